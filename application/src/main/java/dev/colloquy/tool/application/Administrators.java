package dev.colloquy.tool.application;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.tool.domain.ToolAdministration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Lets nobody but administrators go on. */
final class Administrators {

  private Administrators() {}

  /** Fails with {@code AccessDenied} for everybody else. */
  static CompletionStage<Actor.OfUser> only(Actor.OfUser actor) {
    return CompletableFuture.completedFuture(actor).thenApply(ToolAdministration::demand);
  }
}
