package dev.colloquy.conversation.domain.port.in;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.UserId;
import java.util.concurrent.CompletionStage;

/** Takes people into a conversation and lets them go. */
public interface ManageParticipants {

  /**
   * Takes a member of the workspace in; participants do, and the workspace's owner where nobody is
   * left. Fails with {@code NotFound}, {@code AccessDenied}, {@code Archived}, and with {@code
   * UnsupportedAction} where the user is not a member.
   */
  CompletionStage<Void> add(Command command);

  /**
   * Everybody leaves by himself; only who started the conversation removes others. Fails with
   * {@code NotFound}, {@code AccessDenied}, {@code Archived} or {@code LastParticipant}.
   */
  CompletionStage<Void> remove(Command command);

  record Command(Actor.OfUser actor, ConversationId conversation, UserId user) {}
}
