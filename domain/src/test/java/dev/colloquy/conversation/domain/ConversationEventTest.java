package dev.colloquy.conversation.domain;

import static dev.colloquy.conversation.domain.Talk.LATER;
import static dev.colloquy.conversation.domain.Talk.NOON;
import static dev.colloquy.conversation.domain.Talk.WORKSPACE;
import static dev.colloquy.conversation.domain.Talk.draft;
import static dev.colloquy.conversation.domain.Talk.only;
import static dev.colloquy.conversation.domain.Talk.started;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Audience;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.DomainEvent;
import dev.colloquy.shared.domain.SomeActors;
import dev.colloquy.shared.domain.Subject;
import dev.colloquy.shared.domain.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class ConversationEventTest {

  private static final Actor.Person ADA = SomeActors.person();
  private static final UserId BOB = new UserId(UUID.randomUUID());

  @Test
  void picturesTheConversationAsItsParticipantsReadIt() {
    ConversationId origin = new ConversationId(UUID.randomUUID());
    ConversationId id = new ConversationId(UUID.randomUUID());
    ForkOrigin from = new ForkOrigin(origin, 4);

    DomainEvent event =
        only(
            Conversation.start(
                ADA, id, WORKSPACE, draft("Plan"), List.of(ADA.user()), Optional.of(from), NOON));

    assertThat(event.type()).isEqualTo("conversation.created");
    assertThat(event.data())
        .containsExactly(
            Map.entry("id", id.toString()),
            Map.entry("workspace_id", WORKSPACE.toString()),
            Map.entry("topic", "Plan"),
            Map.entry("modality", "chat"),
            Map.entry("created_by", ADA.user().toString()),
            Map.entry("participant_ids", List.of(ADA.user().toString())),
            Map.entry("status", "active"),
            Map.entry("forked_from", Map.of("conversation_id", origin.toString(), "seq", 4L)),
            Map.entry("metadata", Map.of()),
            Map.entry("created_at", "2026-03-01T12:00:00.000000Z"),
            Map.entry("updated_at", "2026-03-01T12:00:00.000000Z"),
            Map.entry("version", 1L));
  }

  @Test
  void saysOfEachChangeWhatItWasAndHowTheConversationIsNow() {
    Conversation before = started(ADA);

    DomainEvent edited = only(before.edit(ADA, draft("New"), LATER));
    DomainEvent archived = only(before.archive(ADA, LATER));
    DomainEvent restored = only(before.archive(ADA, NOON).now().restore(ADA, LATER));

    assertThat(edited.type()).isEqualTo("conversation.updated");
    assertThat(edited.data()).containsEntry("topic", "New").containsEntry("version", 2L);
    assertThat(archived.type()).isEqualTo("conversation.archived");
    assertThat(archived.data()).containsEntry("status", "archived");
    assertThat(restored.type()).isEqualTo("conversation.restored");
    assertThat(restored.data()).containsEntry("status", "active").containsEntry("version", 3L);
    assertThat(List.of(edited, archived, restored))
        .extracting(DomainEvent::occurredAt)
        .containsOnly(LATER);
  }

  @Test
  void saysNoMoreOfADeletedOneThanWhen() {
    Conversation before = started(ADA);

    DomainEvent event = only(before.delete(ADA, LATER));

    assertThat(event.type()).isEqualTo("conversation.deleted");
    assertThat(event.data())
        .containsExactly(
            Map.entry("id", before.id().toString()),
            Map.entry("deleted_at", "2026-03-01T12:01:00.000000Z"));
  }

  @Test
  void namesWhoCameAndWhoWent() {
    Conversation alone = started(ADA);

    DomainEvent came = only(alone.admit(ADA, BOB, LATER));
    DomainEvent went = only(alone.admit(ADA, BOB, LATER).now().release(ADA, BOB, LATER));

    assertThat(came.type()).isEqualTo("conversation.participant.added");
    assertThat(came.data())
        .containsExactly(
            Map.entry("user_id", BOB.toString()),
            Map.entry("role", "participant"),
            Map.entry("version", 2L));
    assertThat(went.type()).isEqualTo("conversation.participant.removed");
    assertThat(went.data()).containsEntry("user_id", BOB.toString()).containsEntry("version", 3L);
  }

  @Test
  void isForTheParticipants() {
    Conversation conversation = started(ADA);

    DomainEvent event = only(conversation.archive(ADA, LATER));

    assertThat(event.audience()).isEqualTo(new Audience.Participants(conversation.id()));
    assertThat(event.subject()).isEqualTo(new Subject("conversation", conversation.id().value()));
    assertThat(event.workspaceId()).contains(WORKSPACE);
    assertThat(event.conversationId()).contains(conversation.id());
    assertThat(event.version()).isEqualTo(1);
  }

  @Test
  void tellsOfAMovedReadMarkerItsReaderAlone() {
    ConversationId conversation = new ConversationId(UUID.randomUUID());
    ReadMarker marker = new ReadMarker(conversation, BOB, 0);
    Home home = new Home(WORKSPACE, ConversationStatus.ACTIVE);

    DomainEvent event = only(marker.to(ADA, home, 5, NOON));

    assertThat(event.type()).isEqualTo("conversation.read");
    assertThat(event.audience()).isEqualTo(new Audience.OneUser(BOB));
    assertThat(((ReaderEvent) event).user()).isEqualTo(BOB);
    assertThat(event.workspaceId()).contains(WORKSPACE);
    assertThat(event.subject()).isEqualTo(new Subject("conversation", conversation.value()));
    assertThat(event.data())
        .containsExactly(
            Map.entry("conversation_id", conversation.toString()), Map.entry("seq", 5L));
    assertThat(marker.to(ADA, home, 0, NOON).isNothing()).isTrue();
  }

  @Test
  void tellsTheOthersWhoIsWriting() {
    ConversationId conversation = new ConversationId(UUID.randomUUID());

    DomainEvent event = new ReaderEvent.Typing(ADA, NOON, WORKSPACE, conversation, ADA.user());

    assertThat(event.type()).isEqualTo("conversation.typing");
    assertThat(event.audience()).isEqualTo(new Audience.Participants(conversation));
    assertThat(event.conversationId()).contains(conversation);
    assertThat(event.data()).containsExactly(Map.entry("user_id", ADA.user().toString()));
  }
}
