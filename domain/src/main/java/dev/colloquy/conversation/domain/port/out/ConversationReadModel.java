package dev.colloquy.conversation.domain.port.out;

import dev.colloquy.conversation.domain.Activity;
import dev.colloquy.conversation.domain.ConversationFilter;
import dev.colloquy.conversation.domain.KnownConversation;
import dev.colloquy.conversation.domain.MyConversation;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** What lists show of conversations. Deleted ones and those of deleted workspaces are left out. */
public interface ConversationReadModel {

  /** The participant's that he reaches, newest activity first. */
  CompletionStage<Page<MyConversation>> conversationsOf(
      Actor.OfUser participant, ConversationFilter filter, PageRequest page);

  /** Everybody's in a workspace, newest activity first. */
  CompletionStage<Page<KnownConversation>> conversationsIn(
      WorkspaceId workspace, ConversationFilter filter, PageRequest page);

  /** What goes on in a conversation, for this reader; fails with {@code NotFound}. */
  CompletionStage<Activity> activityOf(ConversationId conversation, UserId reader);

  /** Those of the users who are members of the workspace. */
  CompletionStage<Set<UserId>> membersAmong(WorkspaceId workspace, List<UserId> users);
}
