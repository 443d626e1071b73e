package dev.colloquy.model.application;

import dev.colloquy.model.domain.Provider;
import dev.colloquy.model.domain.ProviderDraft;
import dev.colloquy.model.domain.ProviderId;
import dev.colloquy.model.domain.ProviderKey;
import dev.colloquy.model.domain.SealedKey;
import dev.colloquy.model.domain.port.in.ManageProviders;
import dev.colloquy.model.domain.port.out.KeySafe;
import dev.colloquy.model.domain.port.out.Providers;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.AddressRules;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.CommonException.NotFound;
import dev.colloquy.shared.domain.Patch;
import dev.colloquy.shared.domain.Precondition;
import dev.colloquy.shared.domain.port.out.Ids;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Sets providers up, with their keys sealed and their addresses looked at. */
public final class ManageProvidersHandler implements ManageProviders {

  private final UnitOfWork unitOfWork;
  private final Providers providers;
  private final KeySafe safe;
  private final AddressRules rules;
  private final Ids ids;
  private final Clock clock;

  public ManageProvidersHandler(
      UnitOfWork unitOfWork,
      Providers providers,
      KeySafe safe,
      AddressRules rules,
      Ids ids,
      Clock clock) {
    this.unitOfWork = unitOfWork;
    this.providers = providers;
    this.safe = safe;
    this.rules = rules;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public CompletionStage<Provider> create(Create command) {
    return unitOfWork.inTransaction(
        () ->
            Administrators.only(command.actor())
                .thenApply(administrator -> created(command))
                .thenCompose(providers::add));
  }

  @Override
  public CompletionStage<Provider> edit(Edit command) {
    return unitOfWork.inTransaction(
        () ->
            existing(command.actor(), command.provider(), command.precondition())
                .thenApply(provider -> edited(provider, command))
                .thenCompose(providers::save));
  }

  @Override
  public CompletionStage<Void> delete(Delete command) {
    return unitOfWork.inTransaction(
        () ->
            existing(command.actor(), command.provider(), command.precondition())
                .thenApply(provider -> provider.delete(command.actor(), clock.instant()))
                .thenCompose(providers::remove));
  }

  private CompletionStage<Provider> existing(
      Actor.OfUser actor, ProviderId id, Precondition precondition) {
    return Administrators.only(actor)
        .thenCompose(administrator -> providers.find(id))
        .thenApply(found -> demanded(found, precondition));
  }

  private static Provider demanded(Optional<Provider> found, Precondition precondition) {
    Provider provider = found.orElseThrow(() -> new NotFound("provider"));
    precondition.check(provider.version());
    return provider;
  }

  private Change<Provider> created(Create command) {
    ProviderId id = new ProviderId(ids.next());
    return Provider.setUp(
        command.actor(),
        id,
        command.draft().checked(rules),
        command.key().map(it -> safe.seal(id, it)),
        clock.instant());
  }

  private Change<Provider> edited(Provider provider, Edit command) {
    ProviderDraft wanted = command.edit().apply(provider.draft());
    // what the operator has stopped allowing may still be switched off
    boolean moved = !wanted.address().equals(provider.draft().address());
    return provider.edit(
        command.actor(),
        moved ? wanted.checked(rules) : wanted,
        key(provider, command.key()),
        clock.instant());
  }

  private Optional<SealedKey> key(Provider provider, Patch<ProviderKey> key) {
    return switch (key) {
      case Patch.Keep<?> _ -> provider.key();
      case Patch.Clear<?> _ -> Optional.empty();
      case Patch.Put(var fresh) -> Optional.of(safe.seal(provider.id(), fresh));
    };
  }
}
