package dev.colloquy.identity.domain.port.in;

import dev.colloquy.identity.domain.ApiKey;
import dev.colloquy.identity.domain.ApiKeyDraft;
import dev.colloquy.identity.domain.ApiKeySecret;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.ApiKeyId;
import dev.colloquy.shared.domain.Precondition;
import dev.colloquy.shared.domain.WorkspaceId;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;

/**
 * Makes, changes and takes away API keys; for their user in person, for a key that could make keys
 * could not be taken away. All fail with {@code AccessDenied} for API keys.
 */
public interface ManageApiKeys {

  /**
   * Fails with {@code ValidationError} where the workspace is not one of the user's or the expiry
   * has passed, and with {@code ApiKeyLimitExceeded}.
   */
  CompletionStage<Made> make(MakeCommand command);

  /** Fails with {@code NotFound}, {@code PreconditionFailed} or {@code ValidationError}. */
  CompletionStage<ApiKey> edit(EditCommand command);

  /** Fails with {@code NotFound} or {@code PreconditionFailed}. */
  CompletionStage<Void> delete(DeleteCommand command);

  /**
   * A key to be made.
   *
   * @param workspace the only workspace that the key shall reach
   */
  record MakeCommand(Actor.OfUser actor, ApiKeyDraft draft, Optional<WorkspaceId> workspace) {}

  /** Other contents for a key. */
  record EditCommand(
      Actor.OfUser actor,
      ApiKeyId key,
      UnaryOperator<ApiKeyDraft> edit,
      Precondition precondition) {}

  /** A key to be taken away. */
  record DeleteCommand(Actor.OfUser actor, ApiKeyId key, Precondition precondition) {}

  /** A key just made, and its secret, which is not seen again. */
  record Made(ApiKey key, ApiKeySecret secret) {}
}
