package dev.colloquy.conversation.testkit;

import static dev.colloquy.conversation.testkit.ConversationFixtures.NOON;
import static dev.colloquy.conversation.testkit.ConversationFixtures.draft;
import static dev.colloquy.conversation.testkit.ConversationFixtures.started;
import static dev.colloquy.shared.testkit.Stages.assertFailureOf;
import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.conversation.domain.Conversation;
import dev.colloquy.conversation.domain.ConversationStatus;
import dev.colloquy.conversation.domain.ForkOrigin;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.CommonException.Archived;
import dev.colloquy.shared.domain.CommonException.Conflict;
import dev.colloquy.shared.domain.CommonException.IntegrityError;
import dev.colloquy.shared.domain.CommonException.NotFound;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.Role;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.shared.testkit.Actors;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** What every keeper of conversations does. */
public interface ConversationsContract {

  Instant LATER = NOON.plusSeconds(60);

  ConversationGround ground();

  private Actor.Person someone() {
    return Actors.person(ground().user());
  }

  private Optional<Conversation> found(Conversation conversation) {
    return valueOf(ground().conversations().find(conversation.id()));
  }

  private Conversation saved(Change<Conversation> changed) {
    return ground().within(() -> ground().conversations().save(changed));
  }

  private CompletionStage<Conversation> saving(Change<Conversation> changed) {
    return ground().unitOfWork().inTransaction(() -> ground().conversations().save(changed));
  }

  private CompletionStage<Conversation> adding(Change<Conversation> started) {
    return ground().unitOfWork().inTransaction(() -> ground().conversations().add(started));
  }

  @Test
  default void keepsAConversationAsItIs() {
    Actor.Person alice = someone();
    UserId bob = ground().user();

    Conversation conversation = ground().conversation(alice, bob);

    assertThat(found(conversation)).contains(conversation);
    assertThat(valueOf(ground().conversations().find(new ConversationId(UUID.randomUUID()))))
        .isEmpty();
    assertThat(ground().written(conversation.id(), "conversation.created")).hasSize(1);
  }

  @Test
  default void keepsWhereAForkComesFrom() {
    Actor.Person alice = someone();
    Conversation origin = ground().conversation(alice);
    Change<Conversation> fork =
        Conversation.start(
            alice,
            new ConversationId(UUID.randomUUID()),
            origin.home().workspace(),
            draft("Fork"),
            List.of(alice.user()),
            Optional.of(new ForkOrigin(origin.id(), 0)),
            LATER);

    valueOf(adding(fork));

    assertThat(found(fork.now())).contains(fork.now());
  }

  @Test
  default void keepsAChangeWithItsEventAndRefusesAStaleOne() {
    Actor.Person alice = someone();
    Conversation before = ground().conversation(alice);

    Conversation after = saved(before.edit(alice, draft("New"), LATER));

    assertThat(found(before)).contains(after);
    assertThat(after.version()).isEqualTo(2);
    assertFailureOf(saving(before.edit(alice, draft("Late"), LATER))).isInstanceOf(Conflict.class);
    assertThat(found(before)).contains(after);
    assertThat(ground().written(before.id(), "conversation.updated")).hasSize(1);
  }

  @Test
  default void writesNothingWhereNothingChanged() {
    Actor.Person alice = someone();
    Conversation conversation = ground().conversation(alice);

    saved(Change.nothing(conversation.edit(alice, draft("Unkept"), LATER).now()));

    assertThat(found(conversation)).contains(conversation);
    assertThat(ground().written(conversation.id(), "conversation.updated")).isEmpty();
  }

  @Test
  default void keepsTheTimeOfADeletionUntilTheRestoring() {
    Actor.Person alice = someone();
    Conversation conversation = ground().conversation(alice);

    Conversation deleted = saved(conversation.delete(alice, LATER));

    assertThat(found(conversation)).contains(deleted);
    assertThat(found(conversation).flatMap(Conversation::deletedAt)).contains(LATER);

    saved(deleted.restore(alice, LATER));

    assertThat(found(conversation).map(Conversation::status)).contains(ConversationStatus.ACTIVE);
    assertThat(found(conversation).flatMap(Conversation::deletedAt)).isEmpty();
  }

  @Test
  default void showsTheWorkspaceAsItIsNow() {
    Actor.Person alice = someone();
    Conversation conversation = ground().conversation(alice);

    ground().turn(conversation.home().workspace(), ConversationStatus.ARCHIVED);

    assertThat(found(conversation).map(it -> it.home().status()))
        .contains(ConversationStatus.ARCHIVED);
    assertThat(found(conversation).map(Conversation::version)).contains(1L);
  }

  @Test
  default void startsNothingInAClosedWorkspace() {
    Actor.Person alice = someone();
    WorkspaceId archived = ground().workspace(alice.user());
    WorkspaceId deleted = ground().workspace(alice.user());
    ground().turn(archived, ConversationStatus.ARCHIVED);
    ground().turn(deleted, ConversationStatus.DELETED);

    assertFailureOf(adding(started(alice, archived, "Plan"))).isInstanceOf(Archived.class);
    assertFailureOf(adding(started(alice, deleted, "Plan"))).isInstanceOf(NotFound.class);
  }

  @Test
  default void seatsMembersOfTheWorkspaceAlone() {
    Actor.Person alice = someone();
    UserId stranger = ground().user();
    Conversation conversation = ground().conversation(alice);
    WorkspaceId workspace = conversation.home().workspace();

    assertFailureOf(adding(started(alice, workspace, "Plan", stranger)))
        .isInstanceOf(IntegrityError.class);
    assertFailureOf(saving(conversation.admit(alice, stranger, LATER)))
        .isInstanceOf(IntegrityError.class);
    assertThat(found(conversation)).contains(conversation);
  }

  @Test
  default void keepsTheOrderInWhichParticipantsCame() {
    Actor.Person alice = someone();
    UserId bob = ground().user();
    UserId carol = ground().user();
    Conversation conversation = ground().conversation(alice, bob, carol);

    Conversation without = saved(conversation.release(alice, bob, LATER));
    Conversation again = saved(without.admit(alice, bob, LATER.plusSeconds(1)));

    assertThat(found(conversation).map(Conversation::participants))
        .contains(again.participants())
        .contains(List.of(alice.user(), carol, bob));
  }

  @Test
  default void keepsAConversationThatNobodyIsLeftIn() {
    Actor.Person alice = someone();
    Conversation conversation = ground().conversation(alice);

    Conversation orphan = saved(conversation.expel(alice, alice.user(), LATER));

    assertThat(found(conversation)).contains(orphan);
    assertThat(orphan.participants()).isEmpty();
  }

  @Test
  default void findsTheSeatsOfAUserInOneWorkspaceWhateverTheirStatus() {
    Actor.Person alice = someone();
    Conversation here = ground().conversation(alice);
    WorkspaceId workspace = here.home().workspace();
    UserId bob = ground().user();
    ground().member(workspace, bob, Role.EDITOR);
    Conversation deleted = ground().conversationIn(workspace, "Gone", alice, bob);
    saved(deleted.delete(alice, LATER));
    ground().conversation(alice);

    assertThat(ground().within(() -> ground().conversations().withSeatOf(alice.user(), workspace)))
        .containsExactlyInAnyOrder(here.id(), deleted.id());
    assertThat(ground().within(() -> ground().conversations().withSeatOf(bob, workspace)))
        .containsExactly(deleted.id());
  }

  @Test
  default void writesInsideAUnitOfWorkAlone() {
    Actor.Person alice = someone();
    Conversation conversation = ground().conversation(alice);

    assertFailureOf(
            ground().conversations().add(started(alice, conversation.home().workspace(), "Unkept")))
        .isInstanceOf(IllegalStateException.class);
    assertFailureOf(ground().conversations().save(conversation.edit(alice, draft("Unkept"), LATER)))
        .isInstanceOf(IllegalStateException.class);
    assertThat(found(conversation)).contains(conversation);
  }

  @Test
  default void keepsNothingOfAUnitThatFails() {
    Actor.Person alice = someone();
    Conversation conversation = ground().conversation(alice);
    CompletionStage<Conversation> failing =
        ground()
            .unitOfWork()
            .inTransaction(
                () ->
                    ground()
                        .conversations()
                        .save(conversation.archive(alice, LATER))
                        .thenCompose(saved -> CompletableFuture.failedFuture(new Conflict())));

    assertFailureOf(failing).isInstanceOf(Conflict.class);

    assertThat(found(conversation)).contains(conversation);
    assertThat(ground().written(conversation.id(), "conversation.archived")).isEmpty();
    assertThat(ground().said(alice, conversation, "Still open").seq()).isEqualTo(1);
  }
}
