package dev.colloquy.identity.application;

import dev.colloquy.identity.domain.PasswordHash;
import dev.colloquy.identity.domain.SecretHash;
import dev.colloquy.identity.domain.SigningKey;
import dev.colloquy.identity.domain.port.in.PrepareIdentity;
import dev.colloquy.identity.domain.port.out.KeyRing;
import dev.colloquy.identity.domain.port.out.PasswordHasher;
import dev.colloquy.identity.domain.port.out.SetupNotice;
import dev.colloquy.identity.domain.port.out.SetupTokens;
import dev.colloquy.identity.domain.port.out.SigningKeys;
import dev.colloquy.shared.domain.Origin;
import dev.colloquy.shared.domain.port.out.SecretTokens;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Makes a starting node fit to log people in. */
public final class PrepareIdentityHandler implements PrepareIdentity {

  private final UnitOfWork unitOfWork;
  private final KeyRing ring;
  private final SigningKeys keys;
  private final FirstAdministrator first;
  private final PasswordHasher hasher;
  private final SetupTokens setupTokens;
  private final SetupNotice notice;
  private final SecretTokens secrets;
  private final Clock clock;

  public PrepareIdentityHandler(
      UnitOfWork unitOfWork,
      KeyRing ring,
      SigningKeys keys,
      FirstAdministrator first,
      PasswordHasher hasher,
      SetupTokens setupTokens,
      SetupNotice notice,
      SecretTokens secrets,
      Clock clock) {
    this.unitOfWork = unitOfWork;
    this.ring = ring;
    this.keys = keys;
    this.first = first;
    this.hasher = hasher;
    this.setupTokens = setupTokens;
    this.notice = notice;
    this.secrets = secrets;
    this.clock = clock;
  }

  @Override
  public CompletionStage<Void> handle(Origin origin, Optional<Administrator> administrator) {
    return ring.load()
        .thenCompose(signs -> signs ? nothing() : firstKey())
        .thenCompose(ready -> first.exists())
        .thenCompose(exists -> exists ? notice.clear() : administrator(origin, administrator));
  }

  /** Whoever is slower takes over what the faster node has written. */
  private CompletionStage<Void> firstKey() {
    return ring.fresh(clock.instant())
        .thenCompose(this::added)
        .thenCompose(added -> ring.load())
        .thenAccept(signs -> {});
  }

  private CompletionStage<Void> added(SigningKey key) {
    return unitOfWork.inTransaction(() -> keys.addFirst(key));
  }

  private CompletionStage<Void> administrator(Origin origin, Optional<Administrator> wanted) {
    return wanted
        .map(
            it ->
                hasher
                    .hash(it.password())
                    .thenCompose(hash -> made(origin, it, hash))
                    .thenCompose(made -> notice.clear()))
        .orElseGet(this::token);
  }

  private CompletionStage<Void> made(Origin origin, Administrator wanted, PasswordHash hash) {
    return unitOfWork.inTransaction(
        () -> first.makeUnlessThereIsOne(origin, wanted.email(), wanted.name(), hash));
  }

  private CompletionStage<Void> token() {
    String token = secrets.next();
    return unitOfWork
        .inTransaction(() -> setupTokens.add(SecretHash.of(token)))
        .thenCompose(added -> notice.put(token));
  }

  private static CompletionStage<Void> nothing() {
    return CompletableFuture.completedFuture(null);
  }
}
