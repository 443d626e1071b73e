package dev.colloquy.shared.domain;

import java.util.concurrent.CompletionException;

/** What really made a stage fail. */
public final class Cause {

  private Cause() {}

  /** The failure without the wrapping that dependent stages put around it. */
  public static Throwable of(Throwable failure) {
    Throwable cause = failure.getCause();
    return failure instanceof CompletionException && cause != null ? of(cause) : failure;
  }
}
