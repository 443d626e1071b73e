package dev.colloquy.conversation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.DomainEvent;
import dev.colloquy.shared.domain.Metadata;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Conversations and messages for tests of the model. */
final class Talk {

  static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  static final Instant LATER = NOON.plusSeconds(60);
  static final WorkspaceId WORKSPACE = new WorkspaceId(UUID.randomUUID());

  private Talk() {}

  static ConversationDraft draft(String topic) {
    return new ConversationDraft(new Topic(topic), Modality.CHAT, Metadata.empty());
  }

  static Conversation started(Actor.OfUser starter, UserId... others) {
    List<UserId> participants = new ArrayList<>(List.of(starter.user()));
    participants.addAll(List.of(others));
    return Conversation.start(
            starter,
            new ConversationId(UUID.randomUUID()),
            WORKSPACE,
            draft("Plan"),
            participants,
            Optional.empty(),
            NOON)
        .now();
  }

  /** The conversation where its workspace is archived or deleted. */
  static Conversation in(ConversationStatus workspace, Conversation conversation) {
    return conversation.in(new Home(WORKSPACE, workspace));
  }

  static Message said(Actor.OfUser actor, String text) {
    return posting(actor, text, Optional.empty()).at(3);
  }

  static Posting posting(Actor.OfUser actor, String text, Optional<MessageId> parent) {
    return new Posting(
        actor,
        new MessageId(UUID.randomUUID()),
        new ConversationId(UUID.randomUUID()),
        Sender.user(actor.user()),
        MessageRole.USER,
        new Content(text),
        parent,
        Optional.empty(),
        Optional.of(7),
        new Metadata(Map.of("a", 1, "b", 2)),
        NOON,
        Optional.empty());
  }

  static DomainEvent only(Change<?> change) {
    assertThat(change.events()).hasSize(1);
    return change.events().getFirst();
  }
}
