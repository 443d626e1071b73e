package dev.colloquy.workspace.domain.port.out;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import java.time.Instant;
import java.util.concurrent.CompletionStage;

/**
 * What the contexts above do when somebody stops being a member: they end the seats that he has
 * with them, each with its event, in the same unit of work.
 */
public interface MembershipEnds {

  CompletionStage<Void> membershipEnded(
      Actor actor, WorkspaceId workspace, UserId user, Instant at);
}
