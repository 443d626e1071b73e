package dev.colloquy.identity.testkit;

import dev.colloquy.identity.domain.SecretHash;
import dev.colloquy.identity.domain.port.out.SetupTokens;
import dev.colloquy.shared.testkit.InMemoryDatabase;
import dev.colloquy.shared.testkit.Table;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Set-up tokens in memory. */
public final class InMemorySetupTokens implements SetupTokens {

  private final InMemoryDatabase database;
  private final Table<SecretHash, SecretHash> tokens;

  public InMemorySetupTokens(InMemoryDatabase database) {
    this.database = database;
    this.tokens = database.table();
  }

  @Override
  public CompletionStage<Void> add(SecretHash token) {
    return database
        .inUnitOfWork(
            () -> {
              tokens.put(token, token);
              return true;
            })
        .thenAccept(added -> {});
  }

  @Override
  public CompletionStage<Boolean> redeem(SecretHash token) {
    return database.inUnitOfWork(() -> tokens.get(token).isPresent() && useUp());
  }

  @Override
  public CompletionStage<Void> lock() {
    return database.inUnitOfWork(() -> database.tryLock("set-up")).thenAccept(held -> {});
  }

  private boolean useUp() {
    List.copyOf(tokens.values()).forEach(tokens::remove);
    return true;
  }
}
