package dev.colloquy.event.application;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.CommonException.AccessDenied;
import dev.colloquy.shared.domain.KeyScope;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The one rule about actors that the feed has: keys without the scope read nothing. */
final class Reading {

  private Reading() {}

  static <A extends Actor> CompletionStage<A> by(A actor) {
    return actor.has(KeyScope.READ)
        ? CompletableFuture.completedFuture(actor)
        : CompletableFuture.failedFuture(denied());
  }

  static AccessDenied denied() {
    return new AccessDenied("This API key may not read.");
  }
}
