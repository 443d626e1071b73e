package dev.colloquy.identity.testkit;

import dev.colloquy.identity.domain.SigningKey;
import dev.colloquy.identity.domain.port.out.KeyRing;
import dev.colloquy.identity.domain.port.out.SigningKeys;
import dev.colloquy.shared.domain.port.out.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;

/** A ring of keys that have ids and nothing behind them. */
public final class PlainKeyRing implements KeyRing {

  private final SigningKeys stored;
  private final Ids ids;
  private final Clock clock;
  private final AtomicReference<List<SigningKey>> loaded = new AtomicReference<>(List.of());

  public PlainKeyRing(SigningKeys stored, Ids ids, Clock clock) {
    this.stored = stored;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public CompletionStage<SigningKey> fresh(Instant now) {
    return CompletableFuture.completedFuture(
        new SigningKey(ids.next().toString(), "public", "sealed", now, Optional.empty()));
  }

  @Override
  public CompletionStage<Boolean> load() {
    return stored.verifying(clock.instant()).thenApply(this::take);
  }

  @Override
  public CompletionStage<List<Map<String, Object>>> published() {
    return CompletableFuture.completedFuture(
        loaded.get().stream().map(key -> Map.<String, Object>of("kid", key.id())).toList());
  }

  private boolean take(List<SigningKey> keys) {
    loaded.set(keys);
    return keys.stream().anyMatch(SigningKey::signs);
  }
}
