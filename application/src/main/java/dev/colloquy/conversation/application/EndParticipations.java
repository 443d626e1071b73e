package dev.colloquy.conversation.application;

import dev.colloquy.conversation.domain.Conversation;
import dev.colloquy.conversation.domain.port.out.Conversations;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.CommonException.NotFound;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.InTurn;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.workspace.domain.port.out.MembershipEnds;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Who is no longer a member of the workspace takes no longer part in its conversations. */
public final class EndParticipations implements MembershipEnds {

  private final Conversations conversations;

  public EndParticipations(Conversations conversations) {
    this.conversations = conversations;
  }

  @Override
  public CompletionStage<Void> membershipEnded(
      Actor actor, WorkspaceId workspace, UserId user, Instant at) {
    return conversations
        .withSeatOf(user, workspace)
        .thenCompose(held -> InTurn.each(held, id -> ended(id, actor, user, at)));
  }

  private CompletionStage<Conversation> ended(
      ConversationId id, Actor actor, UserId user, Instant at) {
    return conversations
        .find(id)
        .thenApply(found -> expelled(found, actor, user, at))
        .thenCompose(conversations::save);
  }

  private static Change<Conversation> expelled(
      Optional<Conversation> found, Actor actor, UserId user, Instant at) {
    return found.orElseThrow(() -> new NotFound("conversation")).expel(actor, user, at);
  }
}
