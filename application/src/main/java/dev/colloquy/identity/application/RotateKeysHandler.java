package dev.colloquy.identity.application;

import dev.colloquy.identity.domain.AccountAccess;
import dev.colloquy.identity.domain.SigningKey;
import dev.colloquy.identity.domain.SigningKeyEvent;
import dev.colloquy.identity.domain.port.in.RotateKeys;
import dev.colloquy.identity.domain.port.out.KeyRing;
import dev.colloquy.identity.domain.port.out.SigningKeys;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Lets another key sign. */
public final class RotateKeysHandler implements RotateKeys {

  private final UnitOfWork unitOfWork;
  private final KeyRing ring;
  private final SigningKeys keys;
  private final Clock clock;

  public RotateKeysHandler(UnitOfWork unitOfWork, KeyRing ring, SigningKeys keys, Clock clock) {
    this.unitOfWork = unitOfWork;
    this.ring = ring;
    this.keys = keys;
    this.clock = clock;
  }

  @Override
  public CompletionStage<SigningKey> handle(Actor.OfUser actor) {
    return CompletableFuture.completedFuture(actor)
        .thenApply(AccountAccess::administers)
        .thenCompose(administrator -> ring.fresh(clock.instant()))
        .thenCompose(key -> rotated(actor, key))
        .thenCompose(key -> ring.load().thenApply(loaded -> key));
  }

  private CompletionStage<SigningKey> rotated(Actor.OfUser actor, SigningKey key) {
    Change<SigningKey> next =
        Change.of(key, new SigningKeyEvent.Rotated(actor, key.createdAt(), key));
    return unitOfWork.inTransaction(
        () -> keys.rotate(next, key.createdAt().plus(SigningKey.OVERLAP)));
  }
}
