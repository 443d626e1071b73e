package dev.colloquy.run.application;

import dev.colloquy.run.domain.port.out.Runs;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Something that comes between a caller and one of the methods of {@link Runs}. */
interface Detour {

  /** Takes the way that the call would have gone. */
  CompletionStage<?> take(Supplier<CompletionStage<?>> way);

  /** Fails so often before it lets calls through. */
  static Detour failing(int times, RuntimeException failure) {
    AtomicInteger left = new AtomicInteger(times);
    return way -> left.getAndDecrement() > 0 ? CompletableFuture.failedFuture(failure) : way.get();
  }

  /** The same runs, but for this method. */
  static Runs of(Runs runs, String method, Detour detour) {
    return (Runs)
        Proxy.newProxyInstance(
            Runs.class.getClassLoader(),
            new Class<?>[] {Runs.class},
            (proxy, called, arguments) -> {
              Supplier<CompletionStage<?>> way =
                  () -> {
                    try {
                      return (CompletionStage<?>) called.invoke(runs, arguments);
                    } catch (IllegalAccessException | InvocationTargetException failure) {
                      throw new AssertionError(failure);
                    }
                  };
              return called.getName().equals(method) ? detour.take(way) : way.get();
            });
  }
}
