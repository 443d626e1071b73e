package dev.colloquy.model.domain;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.CommonException.ValidationError;
import java.time.Instant;
import java.util.Optional;

/**
 * Whoever provides models. Its decisions return the provider with the events; who may ask for them
 * is decided by {@link ModelAdministration}.
 *
 * @param key what opens its API; nobody sees it again
 * @param lastCheck how it did when it was last tried; trying it is no change of it
 * @param version raised by one with every change
 */
public record Provider(
    ProviderId id,
    ProviderDraft draft,
    Optional<SealedKey> key,
    Optional<HealthCheck> lastCheck,
    Instant createdAt,
    Instant updatedAt,
    long version) {

  /** A provider that was not there before. */
  public static Change<Provider> setUp(
      Actor actor, ProviderId id, ProviderDraft draft, Optional<SealedKey> key, Instant now) {
    Provider added = new Provider(id, draft, fitting(draft, key), Optional.empty(), now, now, 1);
    return Change.of(added, new ProviderEvent.Created(actor, now, added));
  }

  /**
   * Gives the provider other contents; the same ones are no change.
   *
   * @param wanted its kind stays
   * @param newKey the key from now on; what it was where nothing is said about it
   */
  public Change<Provider> edit(
      Actor actor, ProviderDraft wanted, Optional<SealedKey> newKey, Instant now) {
    if (wanted.equals(draft) && newKey.equals(key)) {
      return Change.nothing(this);
    }
    if (newKey.isPresent() && newKey.equals(key) && !isAtOneWith(wanted)) {
      throw ValidationError.at(
          "/api_key", "must be sent again, for base_url leads to another server");
    }
    Provider edited =
        new Provider(id, wanted, fitting(wanted, newKey), lastCheck, createdAt, now, version + 1);
    return Change.of(edited, new ProviderEvent.Updated(actor, now, edited));
  }

  /** Takes the provider away. */
  public Change<Provider> delete(Actor actor, Instant now) {
    return Change.of(this, new ProviderEvent.Deleted(actor, now, this));
  }

  /** Remembers how it did when it was tried. */
  public Change<Provider> checked(Actor actor, HealthCheck check) {
    Provider tried =
        new Provider(id, draft, key, Optional.of(check), createdAt, updatedAt, version);
    return Change.of(tried, new ProviderEvent.Tested(actor, check.at(), tried));
  }

  /** Remembers how it did when it was looked at in passing, which is told only where it is news. */
  public Change<Provider> probed(Actor actor, HealthCheck check) {
    Change<Provider> tried = checked(actor, check);
    return lastCheck.filter(check::isLike).isPresent() ? Change.of(tried.now()) : tried;
  }

  /** A key goes nowhere but where it was meant for. */
  private boolean isAtOneWith(ProviderDraft wanted) {
    return draft.address().flatMap(old -> wanted.address().map(old::isAtOneWith)).orElse(true);
  }

  private static Optional<SealedKey> fitting(ProviderDraft draft, Optional<SealedKey> key) {
    if (draft.kind() == ProviderKind.REHEARSAL && key.isPresent()) {
      throw ValidationError.at("/api_key", "must be missing: the rehearsal is built in");
    }
    return key;
  }
}
