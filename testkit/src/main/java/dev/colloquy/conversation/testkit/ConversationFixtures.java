package dev.colloquy.conversation.testkit;

import dev.colloquy.conversation.domain.Content;
import dev.colloquy.conversation.domain.Conversation;
import dev.colloquy.conversation.domain.ConversationDraft;
import dev.colloquy.conversation.domain.MessageId;
import dev.colloquy.conversation.domain.MessageRole;
import dev.colloquy.conversation.domain.Modality;
import dev.colloquy.conversation.domain.Posting;
import dev.colloquy.conversation.domain.RequestKey;
import dev.colloquy.conversation.domain.Sender;
import dev.colloquy.conversation.domain.Topic;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.Metadata;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Conversations and postings for tests. */
public final class ConversationFixtures {

  /** A moment that the database keeps as it is. */
  public static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");

  private ConversationFixtures() {}

  public static ConversationDraft draft(String topic) {
    return new ConversationDraft(
        new Topic(topic), Modality.CHAT, new Metadata(Map.of("colour", "green", "weight", 3)));
  }

  /** A conversation that the actor has just started with these others. */
  public static Change<Conversation> started(
      Actor.OfUser actor, WorkspaceId workspace, String topic, UserId... others) {
    List<UserId> participants = new ArrayList<>(List.of(actor.user()));
    participants.addAll(List.of(others));
    return Conversation.start(
        actor,
        new ConversationId(UUID.randomUUID()),
        workspace,
        draft(topic),
        participants,
        Optional.empty(),
        NOON);
  }

  /** Something that the actor is about to say. */
  public static Posting posting(Actor.OfUser actor, ConversationId conversation, String text) {
    return posting(actor, conversation, text, NOON, Optional.empty());
  }

  public static Posting posting(
      Actor.OfUser actor,
      ConversationId conversation,
      String text,
      Instant now,
      Optional<RequestKey> key) {
    return new Posting(
        actor,
        new MessageId(UUID.randomUUID()),
        conversation,
        Sender.user(actor.user()),
        MessageRole.USER,
        new Content(text),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new Metadata(Map.of("mood", "good")),
        now,
        key);
  }

  /** The same, as an answer to an earlier message. */
  public static Posting answering(Posting posting, MessageId parent) {
    return new Posting(
        posting.actor(),
        posting.id(),
        posting.conversation(),
        posting.sender(),
        posting.role(),
        posting.content(),
        Optional.of(parent),
        posting.run(),
        posting.tokenCount(),
        posting.metadata(),
        posting.now(),
        posting.key());
  }
}
