package dev.colloquy.identity.testkit;

import dev.colloquy.identity.domain.port.out.SetupNotice;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;

/** Remembers the set-up token for tests to look at. */
public final class RememberedNotice implements SetupNotice {

  private final AtomicReference<Optional<String>> token = new AtomicReference<>(Optional.empty());

  @Override
  public CompletionStage<Void> put(String secret) {
    token.set(Optional.of(secret));
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletionStage<Void> clear() {
    token.set(Optional.empty());
    return CompletableFuture.completedFuture(null);
  }

  public Optional<String> token() {
    return token.get();
  }
}
