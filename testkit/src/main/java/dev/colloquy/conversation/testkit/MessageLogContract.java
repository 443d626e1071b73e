package dev.colloquy.conversation.testkit;

import static dev.colloquy.conversation.testkit.ConversationFixtures.NOON;
import static dev.colloquy.conversation.testkit.ConversationFixtures.answering;
import static dev.colloquy.conversation.testkit.ConversationFixtures.posting;
import static dev.colloquy.conversation.testkit.ConversationFixtures.started;
import static dev.colloquy.shared.testkit.Stages.assertFailureOf;
import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.conversation.domain.Content;
import dev.colloquy.conversation.domain.Conversation;
import dev.colloquy.conversation.domain.ConversationStatus;
import dev.colloquy.conversation.domain.Message;
import dev.colloquy.conversation.domain.MessageEvent;
import dev.colloquy.conversation.domain.MessageId;
import dev.colloquy.conversation.domain.MessageWindow;
import dev.colloquy.conversation.domain.Posting;
import dev.colloquy.conversation.domain.RequestKey;
import dev.colloquy.conversation.domain.port.out.MessageLog;
import dev.colloquy.conversation.domain.port.out.MessageLog.Listing;
import dev.colloquy.conversation.domain.port.out.MessageLog.NotFound;
import dev.colloquy.conversation.domain.port.out.MessageLog.NotParticipant;
import dev.colloquy.conversation.domain.port.out.MessageLog.Outcome;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.Role;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.shared.testkit.Actors;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every log of messages does, one caller after the other. */
public interface MessageLogContract {

  ConversationGround ground();

  private Conversation conversation(Actor.OfUser starter, UserId... others) {
    WorkspaceId workspace = ground().workspace(starter.user());
    List.of(others).forEach(it -> ground().member(workspace, it, Role.EDITOR));
    return kept(starter, workspace, others);
  }

  private Conversation kept(Actor.OfUser starter, WorkspaceId workspace, UserId... others) {
    return valueOf(
        ground()
            .unitOfWork()
            .inTransaction(
                () -> ground().conversations().add(started(starter, workspace, "Plan", others))));
  }

  private Outcome append(Posting posting) {
    return valueOf(ground().log().append(posting));
  }

  private Message said(Actor.OfUser actor, Conversation conversation, String text) {
    return ((Outcome.Appended) append(posting(actor, conversation.id(), text))).message();
  }

  private Page<Message> page(
      Actor.OfUser reader, Conversation conversation, MessageWindow window, int limit) {
    Listing listing = valueOf(ground().log().list(reader, conversation.id(), window, limit));
    return ((Listing.Listed) listing).messages();
  }

  private static List<Long> places(Page<Message> page) {
    return page.items().stream().map(Message::seq).toList();
  }

  private static RequestKey key(String fingerprint) {
    return new RequestKey("once", fingerprint);
  }

  @Test
  default void numbersMessagesFromOneWithoutGaps() {
    Actor.Person alice = Actors.person(ground().user());
    Conversation conversation = conversation(alice);

    List<Long> places =
        IntStream.rangeClosed(1, 3)
            .mapToObj(number -> said(alice, conversation, "Number " + number).seq())
            .toList();

    assertThat(places).containsExactly(1L, 2L, 3L);
  }

  @Test
  default void listsAMessageAsItWasAppended() {
    Actor.Person alice = Actors.person(ground().user());
    Conversation conversation = conversation(alice);
    Message first = said(alice, conversation, "First “words” 🙂");
    Posting answer = answering(posting(alice, conversation.id(), "Second"), first.id());

    Message second = ((Outcome.Appended) append(answer)).message();

    assertThat(second).isEqualTo(answer.at(2));
    assertThat(page(alice, conversation, new MessageWindow.Newest(), 50).items())
        .containsExactly(first, second);
  }

  @Test
  default void writesTheWholeMessageIntoItsEvent() {
    Actor.Person alice = Actors.person(ground().user());
    Conversation conversation = conversation(alice);

    Message message = said(alice, conversation, "Tell \"everybody\"\n🙂");

    MessageEvent expected =
        new MessageEvent.Created(alice, NOON, conversation.home().workspace(), message);
    assertThat(ground().written(conversation.id(), MessageEvent.Created.TYPE))
        .singleElement()
        .satisfies(
            data ->
                assertThat(data)
                    .usingRecursiveComparison()
                    .withComparatorForType(
                        (one, other) -> Long.compare(one.longValue(), other.longValue()),
                        Number.class)
                    .isEqualTo(expected.data()));
  }

  @Test
  default void countsTheConversationsActivityWithoutItsVersion() {
    Actor.Person alice = Actors.person(ground().user());
    Conversation conversation = conversation(alice);

    append(
        posting(
            alice, conversation.id(), "Later", NOON.plus(Duration.ofHours(1)), Optional.empty()));

    assertThat(valueOf(ground().readModel().activityOf(conversation.id(), alice.user())))
        .satisfies(
            activity -> {
              assertThat(activity.messageCount()).isEqualTo(1);
              assertThat(activity.lastActiveAt()).isEqualTo(NOON.plus(Duration.ofHours(1)));
            });
    assertThat(valueOf(ground().conversations().find(conversation.id())))
        .map(Conversation::version)
        .contains(1L);
  }

  @Test
  default void knowsNoConversationThatDoesNotExist() {
    Actor.Person alice = Actors.person(ground().user());
    ConversationId nowhere = new ConversationId(UUID.randomUUID());

    assertThat(append(posting(alice, nowhere, "Hello?"))).isEqualTo(new NotFound());
    assertThat(valueOf(ground().log().list(alice, nowhere, new MessageWindow.Newest(), 50)))
        .isEqualTo(new NotFound());
  }

  @Test
  default void admitsNobodyWhoTakesNoPart() {
    Actor.Person alice = Actors.person(ground().user());
    Actor.Person mallory = Actors.person(ground().user());
    Conversation conversation = conversation(alice);
    ground().member(conversation.home().workspace(), mallory.user(), Role.ADMIN);

    assertThat(append(posting(mallory, conversation.id(), "Me too")))
        .isEqualTo(new NotParticipant());
    assertThat(
            valueOf(
                ground().log().list(mallory, conversation.id(), new MessageWindow.Newest(), 50)))
        .isEqualTo(new NotParticipant());
  }

  @Test
  default void refusesAParentThatIsElsewhere() {
    Actor.Person alice = Actors.person(ground().user());
    Conversation here = conversation(alice);
    Message there = said(alice, conversation(alice), "Elsewhere");

    Outcome outcome = append(answering(posting(alice, here.id(), "What?"), there.id()));

    assertThat(outcome).isEqualTo(new Outcome.UnknownParent());
    assertThat(page(alice, here, new MessageWindow.Newest(), 50).items()).isEmpty();
  }

  @Test
  default void takesNothingInAnArchivedConversation() {
    Actor.Person alice = Actors.person(ground().user());
    Conversation conversation = conversation(alice);
    said(alice, conversation, "Before");
    valueOf(
        ground()
            .unitOfWork()
            .inTransaction(() -> ground().conversations().save(conversation.archive(alice, NOON))));

    Outcome outcome = append(posting(alice, conversation.id(), "After"));

    assertThat(outcome).isEqualTo(new Outcome.Archived("conversation"));
    assertThat(places(page(alice, conversation, new MessageWindow.Newest(), 50)))
        .containsExactly(1L);
  }

  @Test
  default void takesNothingInAnArchivedWorkspaceUntilItIsRestored() {
    Actor.Person alice = Actors.person(ground().user());
    Conversation conversation = conversation(alice);
    ground().turn(conversation.home().workspace(), ConversationStatus.ARCHIVED);

    Outcome refused = append(posting(alice, conversation.id(), "Too early"));
    ground().turn(conversation.home().workspace(), ConversationStatus.ACTIVE);
    Outcome taken = append(posting(alice, conversation.id(), "In time"));

    assertThat(refused).isEqualTo(new Outcome.Archived("workspace"));
    assertThat(taken).isInstanceOf(Outcome.Appended.class);
  }

  @Test
  default void knowsNothingInADeletedWorkspace() {
    Actor.Person alice = Actors.person(ground().user());
    Conversation conversation = conversation(alice);
    ground().turn(conversation.home().workspace(), ConversationStatus.DELETED);

    assertThat(append(posting(alice, conversation.id(), "Anybody?"))).isEqualTo(new NotFound());
    assertThat(
            valueOf(ground().log().list(alice, conversation.id(), new MessageWindow.Newest(), 50)))
        .isEqualTo(new NotFound());
  }

  @Test
  default void answersARepeatedRequestWithItsFirstMessage() {
    Actor.Person alice = Actors.person(ground().user());
    Conversation conversation = conversation(alice);
    Posting first = posting(alice, conversation.id(), "Once", NOON, Optional.of(key("a")));
    Posting again = posting(alice, conversation.id(), "Once", NOON, Optional.of(key("a")));
    Message message = ((Outcome.Appended) append(first)).message();

    Outcome outcome = append(again);

    assertThat(outcome).isEqualTo(new Outcome.Replayed(message));
    assertThat(places(page(alice, conversation, new MessageWindow.Newest(), 50)))
        .containsExactly(1L);
  }

  @Test
  default void replaysInAnArchivedConversationButNotToAStranger() {
    Actor.Person alice = Actors.person(ground().user());
    Actor.Person bob = Actors.person(ground().user());
    Conversation conversation = conversation(alice, bob.user());
    Posting first = posting(bob, conversation.id(), "Once", NOON, Optional.of(key("a")));
    append(first);
    Conversation archived =
        valueOf(
            ground()
                .unitOfWork()
                .inTransaction(
                    () -> ground().conversations().save(conversation.archive(alice, NOON))));

    Outcome replayed = append(first);
    valueOf(
        ground()
            .unitOfWork()
            .inTransaction(
                () -> ground().conversations().save(archived.expel(alice, bob.user(), NOON))));
    Outcome refused = append(first);

    assertThat(replayed).isInstanceOf(Outcome.Replayed.class);
    assertThat(refused).isEqualTo(new NotParticipant());
  }

  @Test
  default void refusesAKeyOfAnotherRequest() {
    Actor.Person alice = Actors.person(ground().user());
    Conversation conversation = conversation(alice);
    append(posting(alice, conversation.id(), "Once", NOON, Optional.of(key("a"))));

    Outcome outcome =
        append(posting(alice, conversation.id(), "Twice", NOON, Optional.of(key("b"))));

    assertThat(outcome).isEqualTo(new Outcome.KeyReused());
  }

  @Test
  default void letsTwoUsersHaveTheSameKey() {
    Actor.Person alice = Actors.person(ground().user());
    Actor.Person bob = Actors.person(ground().user());
    Conversation conversation = conversation(alice, bob.user());
    append(posting(alice, conversation.id(), "Mine", NOON, Optional.of(key("a"))));

    Outcome outcome = append(posting(bob, conversation.id(), "Mine", NOON, Optional.of(key("a"))));

    assertThat(outcome).isInstanceOf(Outcome.Appended.class);
  }

  @Test
  default void forgetsAKeyAfterItsTime() {
    Actor.Person alice = Actors.person(ground().user());
    Conversation conversation = conversation(alice);
    append(posting(alice, conversation.id(), "Once", NOON, Optional.of(key("a"))));

    Outcome outcome =
        append(
            posting(
                alice,
                conversation.id(),
                "Anew",
                RequestKey.forgottenAt(NOON),
                Optional.of(key("b"))));

    assertThat(outcome).isInstanceOf(Outcome.Appended.class);
  }

  @Test
  default void keepsNoKeyOfARefusedRequest() {
    Actor.Person alice = Actors.person(ground().user());
    Conversation conversation = conversation(alice);
    Posting orphan = posting(alice, conversation.id(), "Hm", NOON, Optional.of(key("a")));
    append(answering(orphan, new MessageId(UUID.randomUUID())));

    Outcome outcome = append(posting(alice, conversation.id(), "Hm", NOON, Optional.of(key("b"))));

    assertThat(outcome).isInstanceOf(Outcome.Appended.class);
  }

  @Test
  default void readsTheNewestAndLeadsToOlderOnes() {
    Actor.Person alice = Actors.person(ground().user());
    Conversation conversation = conversation(alice);
    IntStream.rangeClosed(1, 5).forEach(number -> said(alice, conversation, "m" + number));

    Page<Message> newest = page(alice, conversation, new MessageWindow.Newest(), 2);
    Page<Message> older =
        page(alice, conversation, MessageWindow.at(newest.next().orElseThrow()), 2);
    Page<Message> oldest =
        page(alice, conversation, MessageWindow.at(older.next().orElseThrow()), 2);

    assertThat(places(newest)).containsExactly(4L, 5L);
    assertThat(places(older)).containsExactly(2L, 3L);
    assertThat(places(oldest)).containsExactly(1L);
    assertThat(oldest.next()).isEmpty();
  }

  @Test
  default void readsOnFromAPlaceAndBackFromOne() {
    Actor.Person alice = Actors.person(ground().user());
    Conversation conversation = conversation(alice);
    IntStream.rangeClosed(1, 5).forEach(number -> said(alice, conversation, "m" + number));

    Page<Message> after = page(alice, conversation, new MessageWindow.After(1), 2);
    Page<Message> further =
        page(alice, conversation, MessageWindow.at(after.next().orElseThrow()), 2);
    Page<Message> before = page(alice, conversation, new MessageWindow.Before(4), 2);

    assertThat(places(after)).containsExactly(2L, 3L);
    assertThat(places(further)).containsExactly(4L, 5L);
    assertThat(further.next()).isEmpty();
    assertThat(places(before)).containsExactly(2L, 3L);
  }

  @Test
  default void endsAPageThatWeighsEnoughAndLeadsToTheRest() {
    Actor.Person alice = Actors.person(ground().user());
    Conversation conversation = conversation(alice);
    String longest = "ä".repeat(Content.MAX_BYTES / 2);
    int fitting = MessageLog.PAGE_BYTES / Content.MAX_BYTES;
    IntStream.rangeClosed(0, fitting).forEach(number -> said(alice, conversation, longest));

    Page<Message> newest = page(alice, conversation, new MessageWindow.Newest(), 200);
    Page<Message> oldest =
        page(alice, conversation, MessageWindow.at(newest.next().orElseThrow()), 200);
    Page<Message> forward = page(alice, conversation, new MessageWindow.After(0), 200);

    assertThat(newest.items()).hasSize(fitting);
    assertThat(places(oldest)).containsExactly(1L);
    assertThat(oldest.next()).isEmpty();
    assertThat(forward.items()).hasSize(fitting);
    assertThat(forward.next()).isPresent();
  }

  @Test
  default void appendsAsPartOfAUnitOfWorkAndVanishesWithIt() {
    Actor.Person alice = Actors.person(ground().user());
    Conversation conversation = conversation(alice);
    Posting kept = posting(alice, conversation.id(), "Kept");
    Posting lost = posting(alice, conversation.id(), "Lost");

    assertFailureOf(
        ground()
            .unitOfWork()
            .inTransaction(
                () ->
                    ground()
                        .logInUnitOfWork()
                        .append(lost)
                        .thenApply(
                            outcome -> {
                              throw new IllegalStateException("changed my mind");
                            })));
    Outcome outcome =
        valueOf(ground().unitOfWork().inTransaction(() -> ground().logInUnitOfWork().append(kept)));

    assertThat(outcome).isEqualTo(new Outcome.Appended(kept.at(1)));
    assertThat(page(alice, conversation, new MessageWindow.Newest(), 50).items())
        .extracting(Message::content)
        .containsExactly(Optional.of(new Content("Kept")));
    assertThat(ground().written(conversation.id(), MessageEvent.Created.TYPE)).hasSize(1);
  }

  @Test
  default void refusesToStandOnTheWrongSideOfAUnitOfWork() {
    Actor.Person alice = Actors.person(ground().user());
    Conversation conversation = conversation(alice);
    Posting posting = posting(alice, conversation.id(), "Where am I?");

    assertFailureOf(ground().logInUnitOfWork().append(posting))
        .isInstanceOf(IllegalStateException.class);
    assertFailureOf(ground().unitOfWork().inTransaction(() -> ground().log().append(posting)))
        .isInstanceOf(IllegalStateException.class);
  }
}
