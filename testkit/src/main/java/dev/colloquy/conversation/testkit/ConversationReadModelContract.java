package dev.colloquy.conversation.testkit;

import static dev.colloquy.conversation.testkit.ConversationFixtures.NOON;
import static dev.colloquy.conversation.testkit.ConversationFixtures.posting;
import static dev.colloquy.shared.testkit.Stages.assertFailureOf;
import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.conversation.domain.Activity;
import dev.colloquy.conversation.domain.Conversation;
import dev.colloquy.conversation.domain.ConversationFilter;
import dev.colloquy.conversation.domain.ConversationStatus;
import dev.colloquy.conversation.domain.KnownConversation;
import dev.colloquy.conversation.domain.Message;
import dev.colloquy.conversation.domain.MyConversation;
import dev.colloquy.conversation.domain.ReadMarker;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.CommonException.NotFound;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.KeyScope;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.Role;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.shared.testkit.Actors;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every list of conversations shows. */
public interface ConversationReadModelContract {

  ConversationFilter EVERYTHING =
      new ConversationFilter(Optional.empty(), Optional.empty(), Optional.empty());

  ConversationGround ground();

  private Actor.Person someone() {
    return Actors.person(ground().user());
  }

  private List<ConversationId> listed(Actor.OfUser reader, ConversationFilter filter) {
    return valueOf(ground().readModel().conversationsOf(reader, filter, PageRequest.first()))
        .items()
        .stream()
        .map(it -> it.conversation().id())
        .toList();
  }

  private static ConversationFilter about(String part) {
    return new ConversationFilter(Optional.empty(), Optional.empty(), Optional.of(part));
  }

  private Message said(Actor.OfUser actor, Conversation conversation, Instant at) {
    return ground().said(posting(actor, conversation.id(), "Hm", at, Optional.empty()));
  }

  private Activity activity(Conversation conversation, UserId reader) {
    return valueOf(ground().readModel().activityOf(conversation.id(), reader));
  }

  private void saved(Change<Conversation> changed) {
    ground().within(() -> ground().conversations().save(changed));
  }

  @Test
  default void putsTheNewestActivityFirst() {
    Actor.Person alice = someone();
    Conversation quiet = ground().conversation(alice);
    Conversation busy = ground().conversation(alice);
    said(alice, quiet, NOON.plusSeconds(1));
    said(alice, busy, NOON.plusSeconds(2));

    assertThat(listed(alice, EVERYTHING)).containsExactly(busy.id(), quiet.id());

    said(alice, quiet, NOON.plusSeconds(3));

    assertThat(listed(alice, EVERYTHING)).containsExactly(quiet.id(), busy.id());
  }

  @Test
  default void leadsThroughAllOfThemOnceEvenAtOneInstant() {
    Actor.Person alice = someone();
    WorkspaceId workspace = ground().workspace(alice.user());
    List<ConversationId> started =
        IntStream.range(0, 7)
            .mapToObj(i -> ground().conversationIn(workspace, "Number " + i, alice))
            .peek(it -> said(alice, it, NOON.plusSeconds(it.hashCode() % 2)))
            .map(Conversation::id)
            .toList();

    List<ConversationId> seen = new ArrayList<>();
    Optional<PageRequest> next = Optional.of(new PageRequest(2, Optional.empty()));
    while (next.isPresent()) {
      Page<MyConversation> page =
          valueOf(ground().readModel().conversationsOf(alice, EVERYTHING, next.get()));
      page.items().forEach(it -> seen.add(it.conversation().id()));
      next = page.next().map(cursor -> new PageRequest(2, Optional.of(cursor)));
    }

    assertThat(seen).hasSize(7).containsExactlyInAnyOrderElementsOf(started);
    assertThat(seen).isEqualTo(listed(alice, EVERYTHING));
  }

  @Test
  default void showsParticipantsTheirOwnAlone() {
    Actor.Person alice = someone();
    Actor.Person bob = someone();
    Conversation shared = ground().conversation(alice, bob.user());
    ground().conversationIn(shared.home().workspace(), "Alone", alice);

    assertThat(listed(bob, EVERYTHING)).containsExactly(shared.id());
    assertThat(listed(alice, EVERYTHING)).hasSize(2);
  }

  @Test
  default void showsAKeyWhatStandsInItsWorkspace() {
    Actor.Person alice = someone();
    Conversation here = ground().conversation(alice);
    ground().conversation(alice);
    Actor.Key bound = Actors.keyFor(here.home().workspace(), alice.user(), KeyScope.READ);

    assertThat(listed(bound, EVERYTHING)).containsExactly(here.id());
  }

  @Test
  default void leavesOutWhatIsGoneByItselfOrWithItsWorkspace() {
    Actor.Person alice = someone();
    Conversation kept = ground().conversation(alice);
    Conversation deleted = ground().conversationIn(kept.home().workspace(), "Gone", alice);
    Conversation homeless = ground().conversation(alice);

    saved(deleted.delete(alice, NOON));
    ground().turn(homeless.home().workspace(), ConversationStatus.DELETED);

    assertThat(listed(alice, EVERYTHING)).containsExactly(kept.id());
    assertThat(listed(alice, ofStatus(ConversationStatus.DELETED))).isEmpty();
  }

  private static ConversationFilter ofStatus(ConversationStatus status) {
    return new ConversationFilter(Optional.empty(), Optional.of(status), Optional.empty());
  }

  @Test
  default void filtersByWorkspaceAndByStatus() {
    Actor.Person alice = someone();
    Conversation active = ground().conversation(alice);
    Conversation archived = ground().conversation(alice);
    saved(archived.archive(alice, NOON));

    assertThat(listed(alice, EVERYTHING.in(active.home().workspace())))
        .containsExactly(active.id());
    assertThat(listed(alice, ofStatus(ConversationStatus.ARCHIVED))).containsExactly(archived.id());
    assertThat(listed(alice, ofStatus(ConversationStatus.ACTIVE))).containsExactly(active.id());
  }

  @Test
  default void filtersByAPartOfTheTopicAsItIsWritten() {
    Actor.Person alice = someone();
    WorkspaceId workspace = ground().workspace(alice.user());
    Conversation plan = ground().conversationIn(workspace, "The Great Plan", alice);
    Conversation percent = ground().conversationIn(workspace, "100 % of a_b\\c", alice);

    assertThat(listed(alice, about("great PLAN"))).containsExactly(plan.id());
    assertThat(listed(alice, about("0 %"))).containsExactly(percent.id());
    assertThat(listed(alice, about("a_b\\"))).containsExactly(percent.id());
    assertThat(listed(alice, about("T_e"))).isEmpty();
    assertThat(listed(alice, about("%e"))).isEmpty();
  }

  @Test
  default void countsWhatOthersHaveSaidSinceTheMarker() {
    Actor.Person alice = someone();
    Actor.Person bob = someone();
    Conversation conversation = ground().conversation(alice, bob.user());
    said(alice, conversation, NOON);
    said(bob, conversation, NOON);
    Message taken = said(alice, conversation, NOON);
    said(alice, conversation, NOON);

    assertThat(activity(conversation, bob.user()).unreadCount()).isEqualTo(3);
    assertThat(activity(conversation, alice.user()).unreadCount()).isEqualTo(1);

    ground()
        .within(
            () ->
                ground()
                    .messages()
                    .save(taken.delete(alice, conversation.home().workspace(), NOON)));
    assertThat(activity(conversation, bob.user()).unreadCount()).isEqualTo(2);

    Change<ReadMarker> moved =
        new ReadMarker(conversation.id(), bob.user(), 0).to(bob, conversation.home(), 1, NOON);
    ground().within(() -> ground().markers().put(moved));
    assertThat(activity(conversation, bob.user()).unreadCount()).isEqualTo(1);
    assertThat(activity(conversation, bob.user()).messageCount()).isEqualTo(4);
  }

  @Test
  default void showsTheSameActivityInAListAsByItself() {
    Actor.Person alice = someone();
    Actor.Person bob = someone();
    Conversation conversation = ground().conversation(alice, bob.user());
    said(alice, conversation, NOON.plusSeconds(5));

    MyConversation bobs =
        valueOf(ground().readModel().conversationsOf(bob, EVERYTHING, PageRequest.first()))
            .items()
            .getFirst();

    assertThat(bobs.activity()).isEqualTo(activity(conversation, bob.user()));
    assertThat(bobs.activity()).isEqualTo(new Activity(NOON.plusSeconds(5), 1, 1));
    assertThat(bobs.conversation()).isEqualTo(conversation);
  }

  @Test
  default void takesForkingForActivityHoweverOldTheMessages() {
    Actor.Person alice = someone();
    Conversation origin = ground().conversation(alice);
    said(alice, origin, NOON.minusSeconds(60));
    Conversation fork = ground().conversationIn(origin.home().workspace(), "Fork", alice);
    ground().within(() -> ground().messages().copy(origin.id(), 1, fork.id()));

    assertThat(activity(fork, alice.user())).isEqualTo(new Activity(NOON, 1, 0));
  }

  @Test
  default void knowsOfEverybodysInAWorkspace() {
    Actor.Person alice = someone();
    Actor.Person bob = someone();
    Conversation first = ground().conversation(alice, bob.user());
    WorkspaceId workspace = first.home().workspace();
    Conversation gone = ground().conversationIn(workspace, "Gone", bob);
    saved(gone.delete(bob, NOON));
    ground().conversation(alice);

    assertThat(
            valueOf(
                    ground()
                        .readModel()
                        .conversationsIn(workspace, EVERYTHING, PageRequest.first()))
                .items())
        .containsExactly(
            new KnownConversation(
                first.id(),
                workspace,
                ConversationStatus.ACTIVE,
                List.of(alice.user(), bob.user()),
                NOON,
                NOON));
  }

  @Test
  default void knowsNoActivityOfWhatDoesNotExist() {
    assertFailureOf(
            ground().readModel().activityOf(new ConversationId(UUID.randomUUID()), ground().user()))
        .isInstanceOf(NotFound.class);
  }

  @Test
  default void tellsMembersFromStrangers() {
    Actor.Person alice = someone();
    UserId bob = ground().user();
    UserId stranger = ground().user();
    WorkspaceId workspace = ground().workspace(alice.user());
    ground().member(workspace, bob, Role.VIEWER);

    assertThat(
            valueOf(
                ground().readModel().membersAmong(workspace, List.of(alice.user(), bob, stranger))))
        .containsExactlyInAnyOrder(alice.user(), bob);
  }
}
