package dev.colloquy.shared;

import static dev.colloquy.shared.testkit.Stages.assertFailureOf;
import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.bootstrap.testing.PostgresTestResource;
import dev.colloquy.shared.adapter.persistence.Columns;
import dev.colloquy.shared.adapter.persistence.Entities;
import dev.colloquy.shared.adapter.persistence.Sql;
import dev.colloquy.shared.domain.CommonException.NotFound;
import dev.colloquy.shared.domain.InTurn;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What only the engine itself shows: connections, transactions, contexts and threads. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class UnitOfWorkEngineTest {

  private static final String TRANSACTION = "select pg_current_xact_id()::text as id";

  private static final String WRITERS =
      """
      select case when xmin = pg_current_xact_id()::xid then 'this transaction' else 'another' end
        as writer
      from test_note""";

  @Inject UnitOfWork unitOfWork;
  @Inject Sql sql;
  @Inject Entities entities;
  @Inject Vertx vertx;

  @BeforeEach
  void prepare() {
    notes().prepare();
  }

  @Test
  void hibernateAndSqlWriteInOneTransaction() {
    CompletionStage<List<String>> writers =
        unitOfWork.inTransaction(
            () ->
                notes()
                    .write("by hibernate")
                    .thenCompose(done -> notes().writeBySql("by sql"))
                    .thenCompose(done -> sql.inUnitOfWork(WRITERS, Tuple.tuple()))
                    .thenApply(rows -> Columns.list(rows, row -> row.getString("writer"))));

    assertThat(valueOf(writers)).containsExactly("this transaction", "this transaction");
  }

  @Test
  void aRollbackUndoesWhatHibernateAndSqlHaveWritten() {
    CompletionStage<Void> result =
        unitOfWork.inTransaction(
            () ->
                notes()
                    .write("by hibernate")
                    .thenCompose(done -> notes().writeBySql("by sql"))
                    .thenCompose(done -> CompletableFuture.failedFuture(new NotFound("thing"))));

    assertFailureOf(result).isInstanceOf(NotFound.class);
    assertThat(valueOf(notes().all())).isEmpty();
  }

  @Test
  void refusesTwoStatementsSideBySideAndRollsBack() {
    CompletionStage<Boolean> result =
        unitOfWork.inTransaction(
            () -> notes().write("a").thenCombine(notes().write("b"), (one, two) -> true));

    assertFailureOf(result)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("side by side");
    assertThat(valueOf(notes().all())).isEmpty();
  }

  @Test
  void refusesAStatementOfItsOwnInsideAUnitOfWork() {
    CompletionStage<Boolean> result =
        unitOfWork.inTransaction(
            () -> sql.alone(TRANSACTION, Tuple.tuple()).thenApply(rows -> true));

    assertFailureOf(result).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void severalUnitsOfWorkOfOneRequestRunSideBySide() {
    CompletionStage<List<String>> seen =
        onRequestContext(
            () ->
                unitOfWork
                    .inTransaction(() -> notes().write("a"))
                    .thenCombine(
                        unitOfWork.inTransaction(() -> notes().write("b")), (one, two) -> true)
                    .thenCompose(both -> notes().all()));

    assertThat(valueOf(seen)).containsExactly("a", "b");
  }

  @Test
  void completesOnTheContextAndThreadOfTheCaller() {
    List<Supplier<CompletionStage<?>>> calls =
        List.of(
            () -> unitOfWork.inTransaction(() -> notes().write("a")),
            () ->
                unitOfWork.inTransaction(
                    () -> CompletableFuture.failedFuture(new NotFound("thing"))),
            () -> sql.alone(TRANSACTION, Tuple.tuple()),
            () -> sql.alone("select no_such_column", Tuple.tuple()),
            () -> sql.read(TRANSACTION, Tuple.tuple()),
            () -> entities.find(NoteRow.class, "a"));

    for (Supplier<CompletionStage<?>> call : calls) {
      assertThat(valueOf(onRequestContext(() -> stays(call)))).isTrue();
    }
  }

  @Test
  void keepsTheDataOfTheCallersContextAtHand() {
    CompletionStage<String> seen =
        onRequestContext(
            () -> {
              context().putLocal("request_id", "42");
              return unitOfWork.inTransaction(
                  () ->
                      notes()
                          .write("a")
                          .thenApply(done -> context().<String>getLocal("request_id")));
            });

    assertThat(valueOf(seen)).isEqualTo("42");
  }

  @Test
  void manyMoreUnitsOfWorkThanConnectionsDoNotStarveEachOther() {
    List<CompletionStage<List<Integer>>> all =
        IntStream.range(0, 64)
            .mapToObj(
                number ->
                    unitOfWork.inTransaction(
                        () ->
                            InTurn.map(
                                List.of(1, 2, 3), each -> notes().writeBySql(number + "/" + each))))
            .toList();

    all.forEach(each -> assertThat(valueOf(each)).containsExactly(1, 1, 1));
    assertThat(valueOf(notes().all())).hasSize(64 * 3);
  }

  @Test
  void runsWhatWaitsForTheCommitOnceAndOutsideTheUnitOfWork() {
    AtomicInteger runs = new AtomicInteger();
    CompletableFuture<List<String>> seen = new CompletableFuture<>();
    Runnable task =
        () -> {
          runs.incrementAndGet();
          notes().all().thenAccept(seen::complete);
        };

    valueOf(
        unitOfWork.inTransaction(
            () ->
                notes()
                    .write("a")
                    .thenApply(
                        done -> {
                          sql.afterCommit(task);
                          sql.afterCommit(task);
                          return runs.get();
                        })));

    assertThat(valueOf(seen)).containsExactly("a");
    assertThat(runs).hasValue(1);
  }

  @Test
  void runsNothingAfterARollback() {
    AtomicInteger runs = new AtomicInteger();

    CompletionStage<Void> result =
        unitOfWork.inTransaction(
            () -> {
              sql.afterCommit(runs::incrementAndGet);
              return CompletableFuture.failedFuture(new NotFound("thing"));
            });

    assertFailureOf(result).isInstanceOf(NotFound.class);
    assertThat(runs).hasValue(0);
  }

  private static Context context() {
    return Objects.requireNonNull(Vertx.currentContext());
  }

  /** Whether the call's stage completes where it was called. */
  private static CompletionStage<Boolean> stays(Supplier<CompletionStage<?>> call) {
    Context context = Vertx.currentContext();
    Thread thread = Thread.currentThread();
    return call.get()
        .handle(
            (done, failure) ->
                Vertx.currentContext() == context && Thread.currentThread() == thread);
  }

  /** Runs on a duplicated context of an event loop, as requests do. */
  private <T> CompletionStage<T> onRequestContext(Supplier<CompletionStage<T>> work) {
    CompletableFuture<T> result = new CompletableFuture<>();
    ((ContextInternal) vertx.getOrCreateContext())
        .duplicate()
        .runOnContext(
            go ->
                work.get()
                    .whenComplete(
                        (value, failure) -> {
                          if (failure == null) {
                            result.complete(value);
                          } else {
                            result.completeExceptionally(failure);
                          }
                        }));
    return result;
  }

  private Notes notes() {
    return new Notes(sql, entities);
  }
}
