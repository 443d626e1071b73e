package dev.colloquy.bootstrap.start;

import dev.colloquy.bootstrap.settings.Settings;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One life of the process: lay the foundation, run the application on it, take both away in
 * reverse.
 */
public final class Life {

  private static final int FAILED = 1;

  /** The application's own grace of 30 s, and some more to close what it has open. */
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(40);

  private final Settings settings;
  private final Console console;
  private final Runnable afterwards;

  private Life(Settings settings, Console console, Runnable afterwards) {
    this.settings = settings;
    this.console = console;
    this.afterwards = afterwards;
  }

  public static Life of(Settings settings, Console console) {
    return new Life(settings, console, () -> {});
  }

  public static Life of(Demo demo, Console console) {
    return new Life(demo.settings(), console, demo::end);
  }

  /** In development a reload ends the application, and the process goes on. */
  public static boolean isReloading() {
    return LaunchMode.current() == LaunchMode.DEVELOPMENT;
  }

  /**
   * Returns the process's exit status when all is over; {@code SIGTERM} ends it in the same order.
   */
  public int live(List<String> arguments) {
    try {
      return liveOn(Foundation.lay(settings, console), arguments);
    } catch (StartRefused e) {
      console.refuse(String.valueOf(e.getMessage()));
      afterwards.run();
      return FAILED;
    }
  }

  private int liveOn(Foundation foundation, List<String> arguments) {
    CountDownLatch applicationEnded = new CountDownLatch(1);
    Ending ending = new Ending(foundation, afterwards);
    Thread atSignal = Thread.ofPlatform().unstarted(() -> takeDown(applicationEnded, ending));
    Runtime.getRuntime().addShutdownHook(atSignal);
    foundation.properties().forEach(System::setProperty);
    try {
      return run(arguments);
    } finally {
      applicationEnded.countDown();
      ending.close();
      forget(atSignal);
    }
  }

  private int run(List<String> arguments) {
    AtomicReference<Outcome> outcome = new AtomicReference<>(new Outcome(0, null));
    Quarkus.run(
        Readiness.class,
        (status, failure) -> outcome.set(new Outcome(status, failure)),
        arguments.toArray(String[]::new));
    return outcome.get().status(console);
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // It is at work: the virtual machine is shutting down.
    }
  }

  /** The virtual machine halts when its hooks are done, so this one waits for the application. */
  private static void takeDown(CountDownLatch applicationEnded, Ending ending) {
    try {
      applicationEnded.await(STOP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    ending.close();
  }

  private record Outcome(int status, @Nullable Throwable failure) {

    int status(Console console) {
      if (failure == null) {
        return status;
      }
      StartFailure.of(failure).tell(console);
      return FAILED;
    }
  }
}
