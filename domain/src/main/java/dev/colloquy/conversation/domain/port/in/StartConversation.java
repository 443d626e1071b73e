package dev.colloquy.conversation.domain.port.in;

import dev.colloquy.conversation.domain.ConversationDraft;
import dev.colloquy.conversation.domain.MyConversation;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Starts a conversation, in which who asks for it always takes part. */
public interface StartConversation {

  /**
   * Fails with {@code NotFound} for an unknown workspace, {@code AccessDenied}, {@code Archived},
   * and with {@code ValidationError} at the pointer of a participant who is not a member.
   */
  CompletionStage<MyConversation> handle(Command command);

  /**
   * A conversation to be.
   *
   * @param others whom else to take in, in the order of the request
   */
  record Command(
      Actor.OfUser actor, WorkspaceId workspace, ConversationDraft draft, List<UserId> others) {

    public Command {
      others = List.copyOf(others);
    }
  }
}
