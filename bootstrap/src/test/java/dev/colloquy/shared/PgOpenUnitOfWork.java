package dev.colloquy.shared;

import dev.colloquy.shared.adapter.persistence.Sql;
import dev.colloquy.shared.testkit.OpenUnitOfWork;
import dev.colloquy.shared.testkit.Stages;
import io.vertx.sqlclient.Tuple;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Holds a unit of work open with short statements, so that it stays on its own thread. */
public interface PgOpenUnitOfWork extends OpenUnitOfWork {

  Sql sql();

  @Override
  default <T> T whileOpen(Supplier<? extends CompletionStage<?>> inside, Supplier<T> beside) {
    CompletableFuture<Boolean> opened = new CompletableFuture<>();
    CompletableFuture<T> seen = opened.thenApplyAsync(go -> beside.get());
    Stages.valueOf(
        unitOfWork()
            .inTransaction(
                () ->
                    inside
                        .get()
                        .thenApply(done -> opened.complete(true))
                        .thenCompose(told -> stayUntil(seen))));
    return Stages.valueOf(seen);
  }

  private CompletionStage<Boolean> stayUntil(CompletableFuture<?> done) {
    return sql()
        .inUnitOfWork("select pg_sleep(0.005)", Tuple.tuple())
        .thenCompose(
            slept -> done.isDone() ? CompletableFuture.completedFuture(true) : stayUntil(done));
  }
}
