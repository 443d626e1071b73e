package dev.colloquy.conversation.domain;

import static dev.colloquy.conversation.domain.Talk.LATER;
import static dev.colloquy.conversation.domain.Talk.NOON;
import static dev.colloquy.conversation.domain.Talk.draft;
import static dev.colloquy.conversation.domain.Talk.in;
import static dev.colloquy.conversation.domain.Talk.only;
import static dev.colloquy.conversation.domain.Talk.started;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.colloquy.conversation.domain.ConversationException.LastParticipant;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.CommonException.Archived;
import dev.colloquy.shared.domain.CommonException.NotFound;
import dev.colloquy.shared.domain.SomeActors;
import dev.colloquy.shared.domain.UserId;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ConversationTest {

  private static final Actor.Person ADA = SomeActors.person();
  private static final UserId BOB = new UserId(UUID.randomUUID());

  /** Everything that is done to a conversation that takes changes. */
  private static List<Function<Conversation, Change<Conversation>>> changes() {
    return List.of(
        it -> it.edit(ADA, draft("New"), LATER),
        it -> it.archive(ADA, LATER),
        it -> it.admit(ADA, new UserId(UUID.randomUUID()), LATER),
        it -> it.release(ADA, BOB, LATER));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void raisesItsVersionWithEveryChangeAndKeepsWhereItComesFrom(
      Function<Conversation, Change<Conversation>> change) {
    Conversation before = started(ADA, BOB);

    Conversation after = change.apply(before).now();

    assertThat(after.version()).isEqualTo(2);
    assertThat(after.updatedAt()).isEqualTo(LATER);
    assertThat(after.createdAt()).isEqualTo(NOON);
    assertThat(after.createdBy()).isEqualTo(ADA.user());
    assertThat(after.id()).isEqualTo(before.id());
  }

  @ParameterizedTest
  @MethodSource("changes")
  void takesNoChangeInAClosedWorkspace(Function<Conversation, Change<Conversation>> change) {
    Conversation shut = in(ConversationStatus.ARCHIVED, started(ADA, BOB));
    Conversation gone = in(ConversationStatus.DELETED, started(ADA, BOB));

    assertThatExceptionOfType(Archived.class)
        .isThrownBy(() -> change.apply(shut))
        .withMessageContaining("workspace");
    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> change.apply(gone));
  }

  @Test
  void takesNoChangeWhileArchivedButIsRead() {
    Conversation archived = started(ADA, BOB).archive(ADA, LATER).now();

    assertThat(archived.visible()).isEqualTo(archived);
    assertThat(archived.archive(ADA, LATER).isNothing()).isTrue();
    assertThatExceptionOfType(Archived.class)
        .isThrownBy(() -> archived.edit(ADA, draft("New"), LATER))
        .withMessageContaining("conversation");
    assertThatExceptionOfType(Archived.class).isThrownBy(() -> archived.release(ADA, BOB, LATER));
    assertThatExceptionOfType(Archived.class).isThrownBy(() -> archived.admit(ADA, BOB, LATER));
  }

  @Test
  void isGoneForEverythingButRestoringOnceDeleted() {
    Conversation deleted = started(ADA, BOB).delete(ADA, LATER).now();

    assertThat(deleted.isGone()).isTrue();
    assertThat(deleted.deletedAt()).contains(LATER);
    assertThatExceptionOfType(NotFound.class).isThrownBy(deleted::visible);
    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> deleted.archive(ADA, LATER));

    Conversation restored = deleted.restore(ADA, LATER).now();

    assertThat(restored.status()).isEqualTo(ConversationStatus.ACTIVE);
    assertThat(restored.deletedAt()).isEmpty();
    assertThat(restored.isGone()).isFalse();
  }

  @Test
  void isPurgedByTheTimeOfTheFirstDeletion() {
    Conversation deleted = started(ADA).delete(ADA, NOON).now();

    assertThat(deleted.delete(ADA, LATER).now().deletedAt()).contains(NOON);
  }

  @Test
  void isNeitherDeletedNorRestoredInAnArchivedWorkspace() {
    Conversation shut = in(ConversationStatus.ARCHIVED, started(ADA));

    assertThatExceptionOfType(Archived.class).isThrownBy(() -> shut.delete(ADA, LATER));
    assertThatExceptionOfType(Archived.class).isThrownBy(() -> shut.restore(ADA, LATER));
  }

  @Test
  void makesNothingOfACommandForWhatAlreadyIs() {
    Conversation conversation = started(ADA, BOB);

    assertThat(conversation.edit(ADA, draft("Plan"), LATER).isNothing()).isTrue();
    assertThat(conversation.restore(ADA, LATER).isNothing()).isTrue();
    assertThat(conversation.admit(ADA, BOB, LATER).isNothing()).isTrue();
    assertThat(conversation.expel(ADA, new UserId(UUID.randomUUID()), LATER).isNothing()).isTrue();
  }

  @Test
  void keepsItsParticipantsInTheOrderTheyCame() {
    UserId eve = new UserId(UUID.randomUUID());

    Conversation three = started(ADA, BOB).admit(ADA, eve, LATER).now();

    assertThat(three.participants()).containsExactly(ADA.user(), BOB, eve);
    assertThat(three.release(ADA, BOB, LATER).now().participants())
        .containsExactly(ADA.user(), eve);
  }

  @Test
  void keepsItsLastParticipantUnlessHeLosesHisMembership() {
    Conversation alone = started(ADA);

    assertThatExceptionOfType(LastParticipant.class)
        .isThrownBy(() -> alone.release(ADA, ADA.user(), LATER));
    assertThat(alone.expel(ADA, ADA.user(), LATER).now().participants()).isEmpty();
  }

  @Test
  void releasesNobodyWhoIsNotThere() {
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(() -> started(ADA).release(ADA, BOB, LATER))
        .withMessageContaining("participant");
  }

  @Test
  void endsASeatOfALostMembershipWhateverTheStatus() {
    Conversation archived = started(ADA, BOB).archive(ADA, LATER).now();
    Conversation deleted = started(ADA, BOB).delete(ADA, NOON).now();

    assertThat(archived.expel(ADA, BOB, LATER).now().participants()).containsExactly(ADA.user());
    Conversation stillDeleted = deleted.expel(ADA, BOB, LATER).now();
    assertThat(stillDeleted.status()).isEqualTo(ConversationStatus.DELETED);
    assertThat(stillDeleted.deletedAt()).contains(NOON);
    assertThat(only(deleted.expel(ADA, BOB, LATER)).type())
        .isEqualTo("conversation.participant.removed");
  }

  @Test
  void isWritableAsItIs() {
    Conversation conversation = started(ADA);

    assertThat(conversation.writable()).isEqualTo(conversation);
  }

  @Test
  void isQuietWhenItHasJustBeenStarted() {
    Conversation conversation = started(ADA);

    assertThat(MyConversation.fresh(conversation))
        .isEqualTo(new MyConversation(conversation, new Activity(NOON, 0, 0)));
  }
}
