package dev.colloquy.shared.testkit;

import static dev.colloquy.shared.testkit.Stages.assertFailureOf;
import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.shared.domain.CommonException.Conflict;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

final class InMemoryUnitOfWorkTest implements UnitOfWorkContract, InMemoryOpenUnitOfWork {

  private final InMemoryDatabase database = new InMemoryDatabase();
  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork(database);
  private final Table<String, String> notes = database.table();

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  public CompletionStage<Void> write(String note) {
    return database
        .inUnitOfWork(
            () -> {
              notes.put(note, note);
              return true;
            })
        .thenAccept(done -> {});
  }

  @Override
  public CompletionStage<List<String>> notes() {
    return database.read(notes::values);
  }

  @Test
  void letsTheFirstToCommitWin() {
    database.given(() -> notes.put("a", "old"));

    CompletionStage<Void> overtaken =
        unitOfWork.inTransaction(
            () ->
                write("a")
                    .thenAccept(
                        done ->
                            CompletableFuture.runAsync(
                                    () -> database.given(() -> notes.put("a", "new")))
                                .join()));

    assertFailureOf(overtaken).isInstanceOf(Conflict.class);
    assertThat(valueOf(notes())).containsExactly("new");
  }

  @Test
  void removesRowsWithTheUnitOfWorkOnly() {
    database.given(() -> notes.put("a", "a"));

    List<String> before =
        whileOpen(
            () ->
                database.inUnitOfWork(
                    () -> {
                      notes.remove("a");
                      return notes.values();
                    }),
            notes::values);

    assertThat(before).containsExactly("a");
    assertThat(notes.values()).isEmpty();
  }
}
