package dev.colloquy.identity.testkit;

import dev.colloquy.identity.domain.port.out.LastUses;
import dev.colloquy.shared.domain.ApiKeyId;
import dev.colloquy.shared.domain.LoginSessionId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers uses for tests to look at. */
public final class InMemoryLastUses implements LastUses {

  private final Map<UUID, Instant> uses = new ConcurrentHashMap<>();

  @Override
  public CompletionStage<Void> note(LoginSessionId session, Instant at) {
    uses.put(session.value(), at);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletionStage<Void> note(ApiKeyId key, Instant at) {
    uses.put(key.value(), at);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletionStage<Void> write() {
    return CompletableFuture.completedFuture(null);
  }

  public Optional<Instant> lastUseOf(UUID subject) {
    return Optional.ofNullable(uses.get(subject));
  }
}
