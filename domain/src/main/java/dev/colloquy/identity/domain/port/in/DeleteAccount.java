package dev.colloquy.identity.domain.port.in;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Precondition;
import java.util.concurrent.CompletionStage;

/** Ends one's own account, its sessions and its keys; for its user in person. */
public interface DeleteAccount {

  /**
   * Fails with {@code AccessDenied} for API keys, with {@code AccountOwnsWorkspaces}, and with
   * {@code PreconditionFailed}.
   */
  CompletionStage<Void> handle(Command command);

  record Command(Actor.OfUser actor, Precondition precondition) {}
}
