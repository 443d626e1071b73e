package dev.colloquy.shared.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;

/** Waits for stages where a test stands outside. */
public final class Stages {

  /** Longer than any test takes on a slow machine. */
  public static final Duration PATIENCE = Duration.ofSeconds(20);

  private Stages() {}

  /** The value of a stage that must succeed. */
  public static <T extends @Nullable Object> T valueOf(CompletionStage<T> stage) {
    assertThat(stage).succeedsWithin(PATIENCE);
    return stage.toCompletableFuture().join();
  }

  /** The failure of a stage that must fail, without its wrappings. */
  public static AbstractThrowableAssert<?, Throwable> assertFailureOf(CompletionStage<?> stage) {
    return assertThat(stage)
        .failsWithin(PATIENCE)
        .withThrowableOfType(ExecutionException.class)
        .extracting(Stages::unwrapped, InstanceOfAssertFactories.THROWABLE);
  }

  private static Throwable unwrapped(Throwable failure) {
    Throwable cause = failure.getCause();
    return cause != null
            && (failure instanceof ExecutionException || failure instanceof CompletionException)
        ? unwrapped(cause)
        : failure;
  }
}
