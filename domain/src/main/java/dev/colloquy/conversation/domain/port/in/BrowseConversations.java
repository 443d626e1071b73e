package dev.colloquy.conversation.domain.port.in;

import dev.colloquy.conversation.domain.Conversation;
import dev.colloquy.conversation.domain.ConversationFilter;
import dev.colloquy.conversation.domain.KnownConversation;
import dev.colloquy.conversation.domain.MyConversation;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.WorkspaceId;
import java.util.concurrent.CompletionStage;

/** Reads conversations that the actor takes part in. */
public interface BrowseConversations {

  /** The actor's conversations, newest activity first, in all workspaces or in one. */
  CompletionStage<Page<MyConversation>> list(
      Actor.OfUser actor, ConversationFilter filter, PageRequest page);

  /** The actor's in one workspace. Fails with {@code NotFound} or {@code AccessDenied}. */
  CompletionStage<Page<MyConversation>> listIn(
      Actor.OfUser actor, WorkspaceId workspace, ConversationFilter filter, PageRequest page);

  /**
   * Whatever conversations there are in a workspace, newest activity first; for its owner. Fails
   * with {@code NotFound} or {@code AccessDenied}.
   */
  CompletionStage<Page<KnownConversation>> listAll(
      Actor.OfUser actor, WorkspaceId workspace, ConversationFilter filter, PageRequest page);

  /** Fails with {@code NotFound} or {@code AccessDenied}. */
  CompletionStage<MyConversation> get(Actor.OfUser actor, ConversationId conversation);

  /** The same without what the actor has in it, for handlers that ask whether he may read it. */
  CompletionStage<Conversation> readable(Actor.OfUser actor, ConversationId conversation);
}
