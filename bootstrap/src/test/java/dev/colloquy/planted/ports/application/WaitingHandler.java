package dev.colloquy.planted.ports.application;

import java.util.concurrent.CompletableFuture;

/** A handler that waits, and may be extended. */
public class WaitingHandler {

  /** The planted fault. */
  public String handle(CompletableFuture<String> stage) {
    return stage.join();
  }
}
