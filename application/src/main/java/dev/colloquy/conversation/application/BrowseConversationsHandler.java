package dev.colloquy.conversation.application;

import dev.colloquy.conversation.domain.Conversation;
import dev.colloquy.conversation.domain.ConversationFilter;
import dev.colloquy.conversation.domain.ConversationRight;
import dev.colloquy.conversation.domain.KnownConversation;
import dev.colloquy.conversation.domain.MyConversation;
import dev.colloquy.conversation.domain.Standing;
import dev.colloquy.conversation.domain.port.in.BrowseConversations;
import dev.colloquy.conversation.domain.port.out.ConversationReadModel;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.CommonException.AccessDenied;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.workspace.domain.MemberRole;
import dev.colloquy.workspace.domain.MyWorkspace;
import dev.colloquy.workspace.domain.port.in.BrowseWorkspaces;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Reads conversations for participants, and for owners that they exist. */
public final class BrowseConversationsHandler implements BrowseConversations {

  private final ConversationAccess access;
  private final BrowseWorkspaces workspaces;
  private final ConversationReadModel readModel;
  private final MyView view;

  public BrowseConversationsHandler(
      ConversationAccess access,
      BrowseWorkspaces workspaces,
      ConversationReadModel readModel,
      MyView view) {
    this.access = access;
    this.workspaces = workspaces;
    this.readModel = readModel;
    this.view = view;
  }

  @Override
  public CompletionStage<Page<MyConversation>> list(
      Actor.OfUser actor, ConversationFilter filter, PageRequest page) {
    try {
      Standing.demandScope(actor, ConversationRight.READ);
    } catch (AccessDenied refusal) {
      return CompletableFuture.failedFuture(refusal);
    }
    return readModel.conversationsOf(actor, filter, page);
  }

  @Override
  public CompletionStage<Page<MyConversation>> listIn(
      Actor.OfUser actor, WorkspaceId workspace, ConversationFilter filter, PageRequest page) {
    return workspaces
        .get(actor, workspace)
        .thenCompose(mine -> readModel.conversationsOf(actor, filter.in(workspace), page));
  }

  @Override
  public CompletionStage<Page<KnownConversation>> listAll(
      Actor.OfUser actor, WorkspaceId workspace, ConversationFilter filter, PageRequest page) {
    return workspaces
        .get(actor, workspace)
        .thenAccept(BrowseConversationsHandler::demandOwner)
        .thenCompose(may -> readModel.conversationsIn(workspace, filter, page));
  }

  @Override
  public CompletionStage<MyConversation> get(Actor.OfUser actor, ConversationId conversation) {
    return readable(actor, conversation).thenCompose(it -> view.of(actor, it));
  }

  @Override
  public CompletionStage<Conversation> readable(Actor.OfUser actor, ConversationId conversation) {
    return access.toRead(actor, conversation);
  }

  private static void demandOwner(MyWorkspace mine) {
    if (mine.myRole() != MemberRole.OWNER) {
      throw new AccessDenied("Only the workspace's owner sees what there is besides his own.");
    }
  }
}
