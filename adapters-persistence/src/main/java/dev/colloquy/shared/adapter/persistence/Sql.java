package dev.colloquy.shared.adapter.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.impl.MutinySessionImpl;
import org.hibernate.reactive.pool.impl.SqlClientConnection;
import org.hibernate.reactive.session.ReactiveConnectionSupplier;

/**
 * Statements in PostgreSQL's own words. Where they run is said by the caller and never guessed: a
 * statement that joined a unit of work if there was one, and else ran alone, would hide a lost unit
 * of work. Stages complete on the caller's context.
 *
 * <p>Markers are {@code $1}. A statement's text is a constant: the server keeps its plan by it.
 */
public final class Sql {

  private final Pool pool;

  public Sql(Pool pool) {
    this.pool = pool;
  }

  /**
   * In the transaction of the unit of work under way, on its connection, after pending changes of
   * entities were flushed. Fails with {@code IllegalStateException} where none is under way here.
   */
  public CompletionStage<RowSet<Row>> inUnitOfWork(String statement, Tuple parameters) {
    return Scope.current()
        .map(scope -> within(scope, statement, parameters))
        .orElseGet(Scope::missing);
  }

  /**
   * In a transaction of its own, on any connection of the pool. Fails with {@code
   * IllegalStateException} inside a unit of work, which would wait for a second connection.
   */
  public CompletionStage<RowSet<Row>> alone(String statement, Tuple parameters) {
    if (Scope.current().isPresent()) {
      return CompletableFuture.failedFuture(
          new IllegalStateException("a statement of its own inside a unit of work"));
    }
    return pool.preparedQuery(statement)
        .execute(parameters)
        .recover(failure -> Future.failedFuture(DatabaseFailures.translated(failure)))
        .toCompletionStage();
  }

  /**
   * For queries that serve both sides of the border: sees what the unit of work under way has
   * written, or, outside one, what was committed. Never for a statement that changes anything.
   */
  public CompletionStage<RowSet<Row>> read(String query, Tuple parameters) {
    return Scope.current()
        .map(scope -> within(scope, query, parameters))
        .orElseGet(() -> alone(query, parameters));
  }

  /**
   * Runs the task after the commit of the unit of work under way; the same object only once. The
   * task neither blocks nor throws. Throws {@code IllegalStateException} where none is under way.
   */
  public void afterCommit(Runnable task) {
    Scope.demand().afterCommit(task);
  }

  private static CompletionStage<RowSet<Row>> within(
      Scope scope, String statement, Tuple parameters) {
    return scope.run(
        session ->
            session
                .flush()
                .chain(
                    () ->
                        Uni.createFrom()
                            .completionStage(
                                () -> connection(session).preparedQuery(statement, parameters))));
  }

  /** The one place that relies on what is inside Hibernate Reactive; a contract pins it. */
  private static SqlClientConnection connection(Mutiny.Session session) {
    return (SqlClientConnection)
        ((MutinySessionImpl) session)
            .unwrap(ReactiveConnectionSupplier.class)
            .getReactiveConnection()
            // 1 takes off the wrapper that gathers statements into batches
            .withBatchSize(1);
  }
}
