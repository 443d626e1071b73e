package dev.colloquy.workspace.domain.port.in;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.workspace.domain.MyWorkspace;
import java.util.concurrent.CompletionStage;

/** Accepts or declines an invitation; for the one whose email address was invited. */
public interface AnswerInvitation {

  /**
   * Makes the actor a member. Fails with {@code NotFound} for an unknown token or a workspace that
   * is gone, {@code AccessDenied} for another address, {@code InvitationNotOpen}, {@code Archived},
   * and with {@code Duplicate} where he is a member already.
   */
  CompletionStage<MyWorkspace> accept(Command command);

  /** Fails with {@code NotFound}, {@code AccessDenied} or {@code InvitationNotOpen}. */
  CompletionStage<Void> decline(Command command);

  record Command(Actor.OfUser actor, String token) {

    /** The token stays out of logs. */
    @Override
    public String toString() {
      return "Command[actor=" + actor + "]";
    }
  }
}
