package dev.colloquy.shared.testkit;

import dev.colloquy.shared.domain.CommonException;
import dev.colloquy.shared.domain.Rendered;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.port.out.Attempts;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Remembers answers in memory. */
public final class InMemoryAttempts implements Attempts {

  private final InMemoryDatabase database;
  private final Clock clock;
  private final Table<Key, Record> records;

  public InMemoryAttempts(InMemoryDatabase database, Clock clock) {
    this.database = database;
    this.clock = clock;
    this.records = database.table();
  }

  @Override
  public CompletionStage<Boolean> claim(UserId user, String key) {
    return database.inUnitOfWork(() -> database.tryLock(new Key(user, key)));
  }

  @Override
  public CompletionStage<Optional<Kept>> find(UserId user, String key, Instant now) {
    return database.inUnitOfWork(
        () -> records.get(new Key(user, key)).filter(it -> it.livesAt(now)).map(Record::kept));
  }

  @Override
  public CompletionStage<Void> keep(
      UserId user, String key, String fingerprint, Rendered answer, Instant expiresAt) {
    return database
        .inUnitOfWork(
            () -> {
              write(new Key(user, key), new Record(new Kept(fingerprint, answer), expiresAt));
              return true;
            })
        .thenAccept(done -> {});
  }

  private void write(Key key, Record record) {
    if (records.get(key).filter(it -> it.livesAt(clock.instant())).isPresent()) {
      throw new CommonException.Conflict();
    }
    records.put(key, record);
  }

  private record Key(UserId user, String key) {}

  private record Record(Kept kept, Instant expiresAt) {

    boolean livesAt(Instant now) {
      return expiresAt.isAfter(now);
    }
  }
}
