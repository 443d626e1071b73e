package dev.colloquy.model.domain.port.in;

import dev.colloquy.model.domain.Provider;
import dev.colloquy.model.domain.ProviderDraft;
import dev.colloquy.model.domain.ProviderId;
import dev.colloquy.model.domain.ProviderKey;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Patch;
import dev.colloquy.shared.domain.Precondition;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;

/**
 * Sets providers up; for administrators. Fails with {@code AccessDenied} for everybody else, with
 * {@code ValidationError} where calls must not go to the address, and with {@code Duplicate} where
 * another provider has the name.
 */
public interface ManageProviders {

  CompletionStage<Provider> create(Create command);

  /** Fails with {@code NotFound}, {@code PreconditionFailed} or {@code Conflict} too. */
  CompletionStage<Provider> edit(Edit command);

  /** Fails with {@code NotFound}, {@code PreconditionFailed} or {@code ProviderInUse} too. */
  CompletionStage<Void> delete(Delete command);

  /**
   * A new provider.
   *
   * @param key what opens its API; nobody sees it again
   */
  record Create(Actor.OfUser actor, ProviderDraft draft, Optional<ProviderKey> key) {}

  /**
   * A change of a provider.
   *
   * @param edit what becomes of its contents
   * @param key what becomes of its key
   */
  record Edit(
      Actor.OfUser actor,
      ProviderId provider,
      UnaryOperator<ProviderDraft> edit,
      Patch<ProviderKey> key,
      Precondition precondition) {}

  /** The end of a provider. */
  record Delete(Actor.OfUser actor, ProviderId provider, Precondition precondition) {}
}
