package dev.colloquy.conversation.testkit;

import static dev.colloquy.conversation.testkit.ConversationFixtures.NOON;
import static dev.colloquy.conversation.testkit.ConversationFixtures.answering;
import static dev.colloquy.conversation.testkit.ConversationFixtures.posting;
import static dev.colloquy.shared.testkit.Stages.assertFailureOf;
import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.conversation.domain.Content;
import dev.colloquy.conversation.domain.Conversation;
import dev.colloquy.conversation.domain.Message;
import dev.colloquy.conversation.domain.MessageId;
import dev.colloquy.conversation.domain.MessagePatch;
import dev.colloquy.conversation.domain.MessageWindow;
import dev.colloquy.conversation.domain.Revision;
import dev.colloquy.conversation.domain.port.out.MessageLog.Listing;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.CommonException.Conflict;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.testkit.Actors;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** What every keeper of single messages does. */
public interface MessagesContract {

  Instant EDITED = NOON.plusSeconds(60);

  ConversationGround ground();

  private Actor.Person someone() {
    return Actors.person(ground().user());
  }

  private Optional<Message> found(Conversation conversation, MessageId id) {
    return valueOf(ground().messages().find(conversation.id(), id));
  }

  private List<Revision> revisions(Message message) {
    return valueOf(ground().messages().revisions(message.id(), PageRequest.first())).items();
  }

  private CompletionStage<Message> saving(Change<Message> changed) {
    return ground().unitOfWork().inTransaction(() -> ground().messages().save(changed));
  }

  private static Change<Message> edited(
      Message message, Actor.OfUser actor, Conversation conversation, String text, Instant at) {
    return message.edit(
        actor,
        conversation.home().workspace(),
        new MessagePatch(Optional.of(new Content(text)), Optional.empty()),
        at);
  }

  private List<Message> all(Actor.OfUser reader, Conversation conversation) {
    Listing listing =
        valueOf(ground().log().list(reader, conversation.id(), new MessageWindow.Newest(), 200));
    return ((Listing.Listed) listing).messages().items();
  }

  @Test
  default void findsAMessageInItsConversationAlone() {
    Actor.Person alice = someone();
    Conversation here = ground().conversation(alice);
    Conversation there = ground().conversation(alice);
    Message message = ground().said(alice, here, "Here “and” 🙂");

    assertThat(found(here, message.id())).contains(message);
    assertThat(found(there, message.id())).isEmpty();
    assertThat(found(here, new MessageId(UUID.randomUUID()))).isEmpty();
  }

  @Test
  default void keepsEveryTextThatEditsHaveReplacedOldestFirst() {
    Actor.Person alice = someone();
    Conversation conversation = ground().conversation(alice);
    Message first = ground().said(alice, conversation, "First");

    Message second = valueOf(saving(edited(first, alice, conversation, "Second", EDITED)));
    Message third =
        valueOf(saving(edited(second, alice, conversation, "Third", EDITED.plusSeconds(1))));

    assertThat(found(conversation, first.id())).contains(third);
    assertThat(third.version()).isEqualTo(3);
    assertThat(revisions(first))
        .containsExactly(
            new Revision(1, new Content("First"), EDITED),
            new Revision(2, new Content("Second"), EDITED.plusSeconds(1)));
    assertThat(ground().written(conversation.id(), "message.updated")).hasSize(2);
  }

  @Test
  default void readsRevisionsInPages() {
    Actor.Person alice = someone();
    Conversation conversation = ground().conversation(alice);
    Message message = ground().said(alice, conversation, "1");
    for (int text = 2; text <= 4; text++) {
      message = valueOf(saving(edited(message, alice, conversation, "" + text, EDITED)));
    }

    Page<Revision> first =
        valueOf(ground().messages().revisions(message.id(), new PageRequest(2, Optional.empty())));
    Page<Revision> last =
        valueOf(ground().messages().revisions(message.id(), new PageRequest(2, first.next())));

    assertThat(first.items()).extracting(Revision::version).containsExactly(1L, 2L);
    assertThat(last.items()).extracting(Revision::version).containsExactly(3L);
    assertThat(last.next()).isEmpty();
  }

  @Test
  default void keepsNoRevisionWhereTheTextStays() {
    Actor.Person alice = someone();
    Conversation conversation = ground().conversation(alice);
    Message message = ground().said(alice, conversation, "First");
    MessagePatch metadata = new MessagePatch(Optional.empty(), Optional.of(Map.of("mood", "bad")));

    Message after =
        valueOf(saving(message.edit(alice, conversation.home().workspace(), metadata, EDITED)));

    assertThat(found(conversation, message.id())).contains(after);
    assertThat(after.metadata().values()).containsEntry("mood", "bad");
    assertThat(revisions(message)).isEmpty();
  }

  @Test
  default void refusesAStaleEditAndKeepsNothingOfIt() {
    Actor.Person alice = someone();
    Conversation conversation = ground().conversation(alice);
    Message message = ground().said(alice, conversation, "First");
    Message second = valueOf(saving(edited(message, alice, conversation, "Second", EDITED)));

    assertFailureOf(saving(edited(message, alice, conversation, "Late", EDITED)))
        .isInstanceOf(Conflict.class);

    assertThat(found(conversation, message.id())).contains(second);
    assertThat(revisions(message)).hasSize(1);
    assertThat(ground().written(conversation.id(), "message.updated")).hasSize(1);
  }

  @Test
  default void writesNoMessageWhereNothingChanged() {
    Actor.Person alice = someone();
    Conversation conversation = ground().conversation(alice);
    Message message = ground().said(alice, conversation, "First");
    Message unkept = edited(message, alice, conversation, "Unkept", EDITED).now();

    valueOf(saving(Change.nothing(unkept)));

    assertThat(found(conversation, message.id())).contains(message);
    assertThat(revisions(message)).isEmpty();
  }

  @Test
  default void leavesOfADeletedMessageItsPlaceAlone() {
    Actor.Person alice = someone();
    Conversation conversation = ground().conversation(alice);
    Message first = ground().said(alice, conversation, "First");
    Message second = valueOf(saving(edited(first, alice, conversation, "Second", EDITED)));

    Message deleted =
        valueOf(saving(second.delete(alice, conversation.home().workspace(), EDITED)));

    assertThat(found(conversation, first.id())).contains(deleted);
    assertThat(deleted.content()).isEmpty();
    assertThat(revisions(first)).isEmpty();
    assertThat(ground().said(alice, conversation, "Next").seq()).isEqualTo(2);
    assertThat(all(alice, conversation)).first().isEqualTo(deleted);
  }

  @Test
  default void erasesNoRevisionsByAStaleDeletion() {
    Actor.Person alice = someone();
    Conversation conversation = ground().conversation(alice);
    Message first = ground().said(alice, conversation, "First");
    valueOf(saving(edited(first, alice, conversation, "Second", EDITED)));

    assertFailureOf(saving(first.delete(alice, conversation.home().workspace(), EDITED)))
        .isInstanceOf(Conflict.class);

    assertThat(revisions(first)).hasSize(1);
  }

  @Test
  default void savesAMessageInsideAUnitOfWorkAlone() {
    Actor.Person alice = someone();
    Conversation conversation = ground().conversation(alice);
    Message message = ground().said(alice, conversation, "First");

    assertFailureOf(
            ground().messages().save(edited(message, alice, conversation, "Second", EDITED)))
        .isInstanceOf(IllegalStateException.class);
    assertFailureOf(ground().messages().copy(conversation.id(), 1, conversation.id()))
        .isInstanceOf(IllegalStateException.class);
    assertFailureOf(ground().messages().hold(conversation.id(), alice.user()))
        .isInstanceOf(IllegalStateException.class);
    assertThat(found(conversation, message.id())).contains(message);
  }

  @Test
  default void copiesWhatWasSaidUpToAPlace() {
    Actor.Person alice = someone();
    Conversation from = ground().conversation(alice);
    Message question = ground().said(alice, from, "Question");
    Message answer = ground().said(answering(posting(alice, from.id(), "Answer"), question.id()));
    valueOf(saving(edited(answer, alice, from, "Better", EDITED)));
    Message deleted = ground().said(alice, from, "Deleted");
    valueOf(saving(deleted.delete(alice, from.home().workspace(), EDITED)));
    ground().said(alice, from, "Beyond");
    Conversation to = ground().conversationIn(from.home().workspace(), "Fork", alice);

    ground().within(() -> ground().messages().copy(from.id(), 3, to.id()));

    List<Message> copies = all(alice, to);
    assertThat(copies).extracting(Message::seq).containsExactly(1L, 2L, 3L);
    assertThat(copies)
        .extracting(Message::content)
        .containsExactly(
            Optional.of(new Content("Question")),
            Optional.of(new Content("Better")),
            Optional.empty());
    assertThat(copies).extracting(Message::timestamp).containsOnly(NOON);
    assertThat(copies).extracting(Message::version).containsOnly(1L);
    assertThat(copies).extracting(Message::id).doesNotContain(question.id(), answer.id());
    assertThat(copies.get(1).parent()).contains(copies.getFirst().id());
    assertThat(copies.get(2).deletedAt()).contains(EDITED);
    assertThat(revisions(copies.get(1))).isEmpty();
    assertThat(all(alice, from)).hasSize(4);
  }

  @Test
  default void goesOnAfterTheCopies() {
    Actor.Person alice = someone();
    Conversation from = ground().conversation(alice);
    ground().said(alice, from, "One");
    ground().said(alice, from, "Two");
    Conversation whole = ground().conversationIn(from.home().workspace(), "Whole", alice);
    Conversation empty = ground().conversationIn(from.home().workspace(), "Empty", alice);

    ground().within(() -> ground().messages().copy(from.id(), 2, whole.id()));
    ground().within(() -> ground().messages().copy(from.id(), 0, empty.id()));

    assertThat(ground().said(alice, whole, "Three").seq()).isEqualTo(3);
    assertThat(ground().said(alice, empty, "One").seq()).isEqualTo(1);
    assertThat(valueOf(ground().readModel().activityOf(whole.id(), alice.user())).messageCount())
        .isEqualTo(3);
  }

  @Test
  default void letsAParentBeAnsweredInItsCopyAlone() {
    Actor.Person alice = someone();
    Conversation from = ground().conversation(alice);
    Message question = ground().said(alice, from, "Question");
    Conversation to = ground().conversationIn(from.home().workspace(), "Fork", alice);
    ground().within(() -> ground().messages().copy(from.id(), 1, to.id()));
    MessageId copy = all(alice, to).getFirst().id();

    Message answer = ground().said(answering(posting(alice, to.id(), "Answer"), copy));

    assertThat(answer.parent()).contains(copy);
    assertThat(found(to, question.id())).isEmpty();
  }
}
