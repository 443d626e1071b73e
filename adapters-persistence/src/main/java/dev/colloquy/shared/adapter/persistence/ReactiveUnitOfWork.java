package dev.colloquy.shared.adapter.persistence;

import static java.util.Objects.requireNonNull;

import dev.colloquy.shared.domain.port.out.UnitOfWork;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Units of work on Hibernate Reactive. A session belongs to a Vert.x context; so each unit of work
 * has a context of its own, on the caller's event loop where there is one, and several may run side
 * by side in one request.
 */
public final class ReactiveUnitOfWork implements UnitOfWork {

  private final Mutiny.SessionFactory sessions;
  private final VertxInternal vertx;

  public ReactiveUnitOfWork(Mutiny.SessionFactory sessions, Vertx vertx) {
    this.sessions = sessions;
    this.vertx = (VertxInternal) vertx;
  }

  @Override
  public <T> CompletionStage<T> inTransaction(Supplier<? extends CompletionStage<T>> work) {
    return Scope.current()
        .<CompletionStage<T>>map(scope -> scope.join(work))
        .orElseGet(() -> begun(work));
  }

  @Override
  public void afterCommit(Runnable task) {
    Scope.demand().afterCommit(task);
  }

  private <T> CompletionStage<T> begun(Supplier<? extends CompletionStage<T>> work) {
    Context caller = Vertx.currentContext();
    ContextInternal own = contextBeside(caller);
    CompletableFuture<T> result = new CompletableFuture<>();
    own.runOnContext(
        go ->
            transaction(own, work)
                .subscribe()
                .with(
                    done -> on(caller, () -> result.complete(done)),
                    failure ->
                        on(
                            caller,
                            () -> result.completeExceptionally(DatabaseFailures.ofUnit(failure)))));
    return result;
  }

  private <T> Uni<T> transaction(ContextInternal own, Supplier<? extends CompletionStage<T>> work) {
    return Uni.createFrom()
        .deferred(
            () -> {
              Scope[] opened = new Scope[1];
              return sessions
                  .withTransaction(
                      (session, transaction) -> {
                        Scope scope = Scope.open(own, session);
                        opened[0] = scope;
                        return work(own, scope, work);
                      })
                  .invoke(() -> opened[0].committed());
            });
  }

  private static <T> Uni<T> work(
      ContextInternal own, Scope scope, Supplier<? extends CompletionStage<T>> work) {
    return Uni.createFrom()
        .completionStage(() -> Scope.called(work))
        .invoke(scope::checkEnd)
        // back home before commit or rollback, wherever the work ended
        .emitOn(command -> own.runOnContext(back -> command.run()))
        .onTermination()
        .invoke(scope::close);
  }

  private ContextInternal contextBeside(@Nullable Context caller) {
    ContextInternal loop =
        caller instanceof ContextInternal context
                && context.isEventLoopContext()
                && context.inThread()
            ? context
            : vertx.createEventLoopContext();
    ContextInternal own =
        (ContextInternal) requireNonNull(VertxContext.createNewDuplicatedContext(loop));
    if (caller instanceof ContextInternal context && context.isDuplicate()) {
      // logging's, tracing's and the request's data stay at hand
      own.localContextData().putAll(context.localContextData());
      Scope.forget(own);
    }
    VertxContextSafetyToggle.setContextSafe(own, true);
    return own;
  }

  private static void on(@Nullable Context caller, Runnable end) {
    if (caller == null) {
      end.run();
    } else {
      caller.runOnContext(back -> end.run());
    }
  }
}
