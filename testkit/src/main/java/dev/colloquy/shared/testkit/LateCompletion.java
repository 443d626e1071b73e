package dev.colloquy.shared.testkit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Lets an adapter's stages complete a little later, on another thread, as a real one's do: what a
 * handler forgets to wait for comes to light. The unit of work is carried along.
 */
public final class LateCompletion implements AutoCloseable {

  private final InMemoryDatabase database;
  private final ScheduledExecutorService later;

  public LateCompletion(InMemoryDatabase database) {
    this(database, Executors.newScheduledThreadPool(2));
  }

  LateCompletion(InMemoryDatabase database, ScheduledExecutorService later) {
    this.database = database;
    this.later = later;
  }

  /** The same adapter, late. */
  public <P> P of(Class<P> port, P adapter) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> lateOrAtOnce(answer(adapter, method, arguments))));
  }

  private @Nullable Object lateOrAtOnce(@Nullable Object answer) {
    return answer instanceof CompletionStage<?> stage ? late(stage) : answer;
  }

  private <T> CompletionStage<T> late(CompletionStage<T> stage) {
    CompletableFuture<T> result = new CompletableFuture<>();
    InMemoryDatabase.Transaction transaction = database.carried().orElse(null);
    stage.whenComplete(
        (value, failure) -> {
          ScheduledFuture<?> _ =
              later.schedule(
                  () -> database.within(transaction, () -> complete(result, value, failure)),
                  2,
                  TimeUnit.MILLISECONDS);
        });
    return result;
  }

  private static <T extends @Nullable Object> void complete(
      CompletableFuture<T> result, T value, @Nullable Throwable failure) {
    if (failure == null) {
      result.complete(value);
    } else {
      result.completeExceptionally(failure);
    }
  }

  private static @Nullable Object answer(
      Object adapter, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    // a test's own port may be visible in its package only
    method.setAccessible(true);
    try {
      return method.invoke(adapter, arguments);
    } catch (InvocationTargetException failure) {
      throw failure.getTargetException();
    }
  }

  @Override
  public void close() {
    later.shutdownNow();
  }
}
