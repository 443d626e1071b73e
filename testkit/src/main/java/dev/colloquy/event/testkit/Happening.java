package dev.colloquy.event.testkit;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Audience;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.DomainEvent;
import dev.colloquy.shared.domain.Snapshot;
import dev.colloquy.shared.domain.Subject;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.shared.testkit.Actors;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Events as other contexts write them, for tests of the feed. */
public record Happening(
    String type,
    Subject subject,
    Audience audience,
    Optional<WorkspaceId> workspaceId,
    Optional<ConversationId> conversationId,
    Map<String, @Nullable Object> data)
    implements DomainEvent {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @Override
  public Actor actor() {
    return new Actor.System("test", Actors.anyOrigin());
  }

  @Override
  public Instant occurredAt() {
    return NOW;
  }

  /** Something that concerns one user alone; the note tells one from another. */
  public static Happening to(UserId user, String note) {
    return new Happening(
        "user.updated",
        new Subject("user", user.value()),
        new Audience.OneUser(user),
        Optional.empty(),
        Optional.empty(),
        new Snapshot().with("note", note).toMap());
  }

  /** A message. */
  public static Happening said(WorkspaceId workspace, ConversationId conversation, String note) {
    return new Happening(
        "message.created",
        new Subject("message", UUID.randomUUID()),
        new Audience.Participants(conversation),
        Optional.of(workspace),
        Optional.of(conversation),
        new Snapshot().with("note", note).toMap());
  }

  /** The end of a message. */
  public static Happening takenBack(Happening message) {
    return new Happening(
        "message.deleted",
        message.subject(),
        message.audience(),
        message.workspaceId(),
        message.conversationId(),
        new Snapshot().with("id", message.subject().id()).toMap());
  }

  /** A change of a workspace. */
  public static Happening changed(WorkspaceId workspace, String note) {
    return ofWorkspace("workspace.updated", workspace, new Snapshot().with("note", note));
  }

  /** A new workspace. */
  public static Happening opened(WorkspaceId workspace, UserId owner) {
    return ofWorkspace("workspace.created", workspace, new Snapshot().with("owner_id", owner));
  }

  /** The end of a workspace. */
  public static Happening deleted(WorkspaceId workspace) {
    return ofWorkspace("workspace.deleted", workspace, new Snapshot().with("id", workspace));
  }

  /** A new member. */
  public static Happening joined(WorkspaceId workspace, UserId user) {
    return ofWorkspace("workspace.member.added", workspace, new Snapshot().with("user_id", user));
  }

  /** A new conversation. */
  public static Happening started(
      WorkspaceId workspace, ConversationId conversation, List<UserId> participants) {
    return ofConversation(
        "conversation.created",
        workspace,
        conversation,
        new Snapshot().with("participant_ids", participants));
  }

  /** A new participant. */
  public static Happening joined(WorkspaceId workspace, ConversationId conversation, UserId user) {
    return ofConversation(
        "conversation.participant.added",
        workspace,
        conversation,
        new Snapshot().with("user_id", user));
  }

  /** The end of somebody's part in a conversation. */
  public static Happening left(WorkspaceId workspace, ConversationId conversation, UserId user) {
    return ofConversation(
        "conversation.participant.removed",
        workspace,
        conversation,
        new Snapshot().with("user_id", user));
  }

  /** The end of a login session. */
  public static Happening ended(Actor.Person actor) {
    return new Happening(
        "session.ended",
        new Subject("session", actor.session().value()),
        new Audience.OneUser(actor.user()),
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }

  private static Happening ofWorkspace(String type, WorkspaceId workspace, Snapshot data) {
    return new Happening(
        type,
        new Subject("workspace", workspace.value()),
        new Audience.Members(workspace),
        Optional.of(workspace),
        Optional.empty(),
        data.toMap());
  }

  private static Happening ofConversation(
      String type, WorkspaceId workspace, ConversationId conversation, Snapshot data) {
    return new Happening(
        type,
        new Subject("conversation", conversation.value()),
        new Audience.Participants(conversation),
        Optional.of(workspace),
        Optional.of(conversation),
        data.toMap());
  }
}
