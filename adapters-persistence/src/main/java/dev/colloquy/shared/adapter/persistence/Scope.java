package dev.colloquy.shared.adapter.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * The unit of work under way on a Vert.x context, and the guard in front of its session.
 *
 * <p>It compares context and thread: some executors carry the context to other threads, and what is
 * written from there would land in a transaction of its own and survive the rollback. It lets one
 * statement through at a time, for a session belongs to one caller. Whatever fails inside dooms the
 * whole, so that a failure which the work swallows cannot leave half of it behind.
 */
final class Scope {

  private static final Object KEY = Scope.class;

  private final Context context;
  private final Mutiny.Session session;
  private final Thread thread = Thread.currentThread();
  private final Set<Runnable> afterCommit = new LinkedHashSet<>();
  private boolean busy;
  private boolean closed;
  private @Nullable Throwable doom;

  private Scope(Context context, Mutiny.Session session) {
    this.context = context;
    this.session = session;
  }

  /** Begins on the context that is current now. */
  static Scope open(Context context, Mutiny.Session session) {
    Scope scope = new Scope(context, session);
    context.putLocal(KEY, scope);
    return scope;
  }

  /** The unit of work to which the caller belongs. */
  static Optional<Scope> current() {
    Context context = Vertx.currentContext();
    if (context instanceof ContextInternal internal && internal.isDuplicate()) {
      Scope scope = context.getLocal(KEY);
      return Optional.ofNullable(scope).filter(it -> !it.closed);
    }
    return Optional.empty();
  }

  /** The same, for whoever cannot do without. */
  static Scope demand() {
    return current().orElseThrow(Scope::absence);
  }

  /** The failure of whoever needs a unit of work and has none. */
  static <T> CompletionStage<T> missing() {
    return CompletableFuture.failedFuture(absence());
  }

  /** Runs work that wants a unit of work inside this one. */
  <T> CompletionStage<T> join(Supplier<? extends CompletionStage<T>> work) {
    return astray()
        .<CompletionStage<T>>map(this::refused)
        .orElseGet(() -> called(work).whenComplete((done, failure) -> doomedBy(failure)));
  }

  /** Sends one statement. */
  <T> CompletionStage<T> run(Function<Mutiny.Session, Uni<T>> statement) {
    Optional<IllegalStateException> refusal = astray().or(this::crowded);
    if (refusal.isPresent()) {
      return refused(refusal.get());
    }
    busy = true;
    return Uni.createFrom()
        .deferred(() -> statement.apply(session))
        .onFailure()
        .transform(DatabaseFailures::translated)
        .onTermination()
        .invoke((done, failure, cancelled) -> finished(failure))
        .subscribeAsCompletionStage();
  }

  /** Remembers what is to run once the unit of work has been committed; each task once. */
  void afterCommit(Runnable task) {
    afterCommit.add(task);
  }

  /** The last look before the commit. */
  void checkEnd() {
    astray().ifPresent(this::doomedBy);
    if (doom != null) {
      throw new Doomed(doom);
    }
  }

  void close() {
    closed = true;
    context.removeLocal(KEY);
  }

  void committed() {
    afterCommit.forEach(Runnable::run);
  }

  static void forget(Context context) {
    context.removeLocal(KEY);
  }

  static <T> CompletionStage<T> called(Supplier<? extends CompletionStage<T>> work) {
    try {
      return work.get();
    } catch (RuntimeException failure) {
      return CompletableFuture.failedFuture(failure);
    }
  }

  private static IllegalStateException absence() {
    return new IllegalStateException(
        "needs a unit of work, and none is under way on " + Thread.currentThread().getName());
  }

  private void finished(@Nullable Throwable failure) {
    busy = false;
    doomedBy(failure);
  }

  private void doomedBy(@Nullable Throwable failure) {
    if (doom == null && failure != null) {
      doom = failure;
    }
  }

  private <T> CompletionStage<T> refused(IllegalStateException refusal) {
    doomedBy(refusal);
    return CompletableFuture.failedFuture(refusal);
  }

  private Optional<IllegalStateException> astray() {
    Thread here = Thread.currentThread();
    return here.equals(thread) && Scope.current().orElse(null) == this
        ? Optional.empty()
        : Optional.of(
            new IllegalStateException(
                "the unit of work of " + thread.getName() + " was left for " + here.getName()));
  }

  private Optional<IllegalStateException> crowded() {
    return busy
        ? Optional.of(new IllegalStateException("two statements side by side in one unit of work"))
        : Optional.empty();
  }

  /** Carries the first failure through the rollback. */
  static final class Doomed extends RuntimeException {

    private Doomed(Throwable cause) {
      super(null, cause, false, false);
    }
  }
}
