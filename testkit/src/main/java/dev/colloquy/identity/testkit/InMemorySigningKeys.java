package dev.colloquy.identity.testkit;

import dev.colloquy.identity.domain.SigningKey;
import dev.colloquy.identity.domain.port.out.SigningKeys;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.port.out.EventAppender;
import dev.colloquy.shared.testkit.InMemoryDatabase;
import dev.colloquy.shared.testkit.Table;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Key pairs in memory. */
public final class InMemorySigningKeys implements SigningKeys {

  private final InMemoryDatabase database;
  private final EventAppender events;
  private final Table<String, SigningKey> keys;

  public InMemorySigningKeys(InMemoryDatabase database, EventAppender events) {
    this.database = database;
    this.events = events;
    this.keys = database.table();
  }

  @Override
  public CompletionStage<List<SigningKey>> verifying(Instant now) {
    return database.read(
        () ->
            keys.values().stream()
                .filter(key -> key.verifies(now))
                .sorted(Comparator.comparing(key -> !key.signs()))
                .toList());
  }

  @Override
  public CompletionStage<Void> addFirst(SigningKey key) {
    return database
        .inUnitOfWork(
            () -> {
              if (keys.values().stream().noneMatch(SigningKey::signs)) {
                keys.put(key.id(), key);
              }
              return true;
            })
        .thenAccept(added -> {});
  }

  @Override
  public CompletionStage<SigningKey> rotate(Change<SigningKey> next, Instant predecessorRetiresAt) {
    return database
        .inUnitOfWork(
            () -> {
              keys.values().stream()
                  .filter(key -> hasRetired(key, next.now().createdAt()))
                  .forEach(key -> keys.remove(key.id()));
              keys.values().stream()
                  .filter(SigningKey::signs)
                  .forEach(key -> keys.put(key.id(), retired(key, predecessorRetiresAt)));
              keys.put(next.now().id(), next.now());
              return true;
            })
        .thenCompose(added -> events.append(next.events()))
        .thenApply(told -> next.now());
  }

  private static boolean hasRetired(SigningKey key, Instant now) {
    return key.retiresAt().filter(now::isAfter).isPresent();
  }

  private static SigningKey retired(SigningKey key, Instant at) {
    return new SigningKey(
        key.id(), key.publicKey(), key.sealedPrivateKey(), key.createdAt(), Optional.of(at));
  }
}
