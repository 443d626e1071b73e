package dev.colloquy.conversation.domain;

import static dev.colloquy.conversation.domain.Talk.LATER;
import static dev.colloquy.conversation.domain.Talk.NOON;
import static dev.colloquy.conversation.domain.Talk.WORKSPACE;
import static dev.colloquy.conversation.domain.Talk.only;
import static dev.colloquy.conversation.domain.Talk.posting;
import static dev.colloquy.conversation.domain.Talk.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Audience;
import dev.colloquy.shared.domain.CommonException.AccessDenied;
import dev.colloquy.shared.domain.CommonException.NotFound;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.DomainEvent;
import dev.colloquy.shared.domain.KeyScope;
import dev.colloquy.shared.domain.Metadata;
import dev.colloquy.shared.domain.SomeActors;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class MessageTest {

  private static final Actor.Person ADA = SomeActors.person();
  private static final Actor.Person BOB = SomeActors.person();

  private static MessagePatch text(String text) {
    return new MessagePatch(Optional.of(new Content(text)), Optional.empty());
  }

  private static MessagePatch metadata(Map<String, @Nullable Object> values) {
    return new MessagePatch(Optional.empty(), Optional.of(values));
  }

  @Test
  void takesAnotherTextFromItsSender() {
    Message before = said(ADA, "First");

    Message after = before.edit(ADA, WORKSPACE, text("Second"), LATER).now();

    assertThat(after.content()).contains(new Content("Second"));
    assertThat(after.editedAt()).contains(LATER);
    assertThat(after.version()).isEqualTo(2);
    assertThat(after.seq()).isEqualTo(before.seq());
    assertThat(after.timestamp()).isEqualTo(NOON);
    assertThat(after.metadata()).isEqualTo(before.metadata());
  }

  @Test
  void mergesMetadataAndKeepsTheText() {
    Map<String, @Nullable Object> patch = new HashMap<>();
    patch.put("a", null);
    patch.put("c", 3);

    Message after = said(ADA, "First").edit(ADA, WORKSPACE, metadata(patch), LATER).now();

    assertThat(after.metadata().values()).isEqualTo(Map.of("b", 2L, "c", 3L));
    assertThat(after.content()).contains(new Content("First"));
  }

  @Test
  void makesNothingOfAnEditToTheSame() {
    Message message = said(ADA, "First");

    assertThat(message.edit(ADA, WORKSPACE, text("First"), LATER).isNothing()).isTrue();
    assertThat(message.edit(ADA, WORKSPACE, metadata(Map.of("a", 1)), LATER).isNothing()).isTrue();
  }

  @Test
  void isChangedByItsSenderAloneHoweverHeActs() {
    Message message = said(ADA, "First");
    Actor.Key key = SomeActors.key(ADA.user(), KeyScope.WRITE);

    assertThat(message.edit(key, WORKSPACE, text("Second"), LATER).now().version()).isEqualTo(2);
    assertThatExceptionOfType(AccessDenied.class)
        .isThrownBy(() -> message.edit(BOB, WORKSPACE, text("Second"), LATER));
    assertThatExceptionOfType(AccessDenied.class)
        .isThrownBy(() -> message.delete(BOB, WORKSPACE, LATER));
  }

  @Test
  void isNobodysWhereAnAgentSaidIt() {
    Sender agent = new Sender(Sender.Kind.AGENT, ADA.user().value());

    assertThat(agent.is(ADA.user())).isFalse();
    assertThat(Sender.user(ADA.user()).is(ADA.user())).isTrue();
    assertThat(Sender.user(ADA.user()).is(BOB.user())).isFalse();
  }

  @Test
  void leavesItsPlaceEmptyWhenItIsDeleted() {
    Message edited = said(ADA, "First").edit(ADA, WORKSPACE, text("Second"), NOON).now();

    Message deleted = edited.delete(ADA, WORKSPACE, LATER).now();

    assertThat(deleted.isDeleted()).isTrue();
    assertThat(deleted.content()).isEmpty();
    assertThat(deleted.metadata()).isEqualTo(Metadata.empty());
    assertThat(deleted.deletedAt()).contains(LATER);
    assertThat(deleted.editedAt()).contains(NOON);
    assertThat(deleted.seq()).isEqualTo(3);
    assertThat(deleted.version()).isEqualTo(3);
    assertThat(deleted.delete(ADA, WORKSPACE, LATER).isNothing()).isTrue();
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(() -> deleted.edit(ADA, WORKSPACE, text("Third"), LATER));
  }

  @Test
  void isCopiedIntoAForkWithItsPlaceAndTimeUnderItsNewName() {
    Message parent = said(ADA, "Question");
    Message answer =
        posting(ADA, "Answer", Optional.of(parent.id()))
            .at(4)
            .edit(ADA, WORKSPACE, text("Better"), LATER)
            .now();
    ConversationId fork = new ConversationId(UUID.randomUUID());
    MessageId parentCopy = new MessageId(UUID.randomUUID());
    MessageId answerCopy = new MessageId(UUID.randomUUID());

    Message copy = answer.copiedTo(fork, Map.of(parent.id(), parentCopy, answer.id(), answerCopy));
    Message withoutParent = answer.copiedTo(fork, Map.of(answer.id(), answerCopy));

    assertThat(copy.id()).isEqualTo(answerCopy);
    assertThat(copy.conversation()).isEqualTo(fork);
    assertThat(copy.parent()).contains(parentCopy);
    assertThat(copy.seq()).isEqualTo(4);
    assertThat(copy.timestamp()).isEqualTo(answer.timestamp());
    assertThat(copy.content()).contains(new Content("Better"));
    assertThat(copy.version()).isEqualTo(1);
    assertThat(withoutParent.parent()).isEmpty();
  }

  @Test
  void picturesTheWholeMessageInItsEvents() {
    Message message = said(ADA, "First");

    DomainEvent created = new MessageEvent.Created(ADA, NOON, WORKSPACE, message);
    DomainEvent updated = only(message.edit(ADA, WORKSPACE, text("Second"), LATER));

    assertThat(created.type()).isEqualTo("message.created");
    assertThat(created.data())
        .containsOnlyKeys(
            "id",
            "conversation_id",
            "seq",
            "sender_id",
            "sender",
            "role",
            "content",
            "timestamp",
            "parent_id",
            "edited_at",
            "deleted_at",
            "superseded_by",
            "run_id",
            "token_count",
            "metadata",
            "version")
        .containsEntry("id", message.id().toString())
        .containsEntry("seq", 3L)
        .containsEntry("sender_id", ADA.user().value().toString())
        .containsEntry("sender", "user")
        .containsEntry("role", "user")
        .containsEntry("content", "First")
        .containsEntry("timestamp", "2026-03-01T12:00:00.000000Z")
        .containsEntry("parent_id", null)
        .containsEntry("token_count", 7)
        .containsEntry("metadata", Map.of("a", 1L, "b", 2L));
    assertThat(updated.type()).isEqualTo("message.updated");
    assertThat(updated.data())
        .containsEntry("content", "Second")
        .containsEntry("edited_at", "2026-03-01T12:01:00.000000Z")
        .containsEntry("version", 2L);
  }

  @Test
  void saysNoMoreOfADeletedMessageThanWhichAndWhen() {
    Message message = said(ADA, "Secret");

    DomainEvent event = only(message.delete(ADA, WORKSPACE, LATER));

    assertThat(event.type()).isEqualTo("message.deleted");
    assertThat(event.data())
        .containsExactly(
            Map.entry("id", message.id().toString()),
            Map.entry("seq", 3L),
            Map.entry("deleted_at", "2026-03-01T12:01:00.000000Z"));
  }

  @Test
  void tellsTheParticipantsWhatSomebodyThinksOfIt() {
    Message message = said(ADA, "Wise");
    Feedback praise = new Feedback(5, Optional.of("Indeed"));
    Feedback silent = new Feedback(5, Optional.empty());

    DomainEvent event =
        only(praise.inPlaceOf(Optional.of(silent), BOB, BOB.user(), WORKSPACE, message, LATER));

    assertThat(event.type()).isEqualTo("message.feedback.given");
    assertThat(event.audience()).isEqualTo(new Audience.Participants(message.conversation()));
    assertThat(event.subject().id()).isEqualTo(message.id().value());
    assertThat(event.workspaceId()).contains(WORKSPACE);
    assertThat(event.conversationId()).contains(message.conversation());
    assertThat(event.data())
        .containsExactly(
            Map.entry("message_id", message.id().toString()),
            Map.entry("seq", 3L),
            Map.entry("user_id", BOB.user().toString()),
            Map.entry("rating", 5),
            Map.entry("comment", "Indeed"));
    assertThat(
            praise
                .inPlaceOf(Optional.of(praise), BOB, BOB.user(), WORKSPACE, message, LATER)
                .isNothing())
        .isTrue();
  }
}
