package dev.colloquy.identity.testkit;

import dev.colloquy.identity.domain.PasswordHash;
import dev.colloquy.identity.domain.port.out.Credentials;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.testkit.InMemoryDatabase;
import dev.colloquy.shared.testkit.Table;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Hashes of passwords in memory. */
public final class InMemoryCredentials implements Credentials {

  private final InMemoryDatabase database;
  private final Table<UserId, PasswordHash> hashes;

  public InMemoryCredentials(InMemoryDatabase database) {
    this.database = database;
    this.hashes = database.table();
  }

  @Override
  public CompletionStage<Optional<PasswordHash>> find(UserId user) {
    return database.read(() -> hashes.get(user));
  }

  @Override
  public CompletionStage<Void> put(UserId user, PasswordHash hash) {
    return database
        .inUnitOfWork(
            () -> {
              hashes.put(user, hash);
              return true;
            })
        .thenAccept(written -> {});
  }

  @Override
  public CompletionStage<Void> remove(UserId user) {
    return database
        .inUnitOfWork(
            () -> {
              hashes.remove(user);
              return true;
            })
        .thenAccept(removed -> {});
  }
}
