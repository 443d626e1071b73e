package dev.colloquy.identity.application;

import dev.colloquy.identity.domain.AccountAccess;
import dev.colloquy.identity.domain.User;
import dev.colloquy.identity.domain.port.in.ReadAccount;
import dev.colloquy.shared.domain.Actor;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Reads one's own account. */
public final class ReadAccountHandler implements ReadAccount {

  private final OwnAccount own;

  public ReadAccountHandler(OwnAccount own) {
    this.own = own;
  }

  @Override
  public CompletionStage<User> handle(Actor.OfUser actor) {
    return CompletableFuture.completedFuture(actor)
        .thenApply(AccountAccess::reads)
        .thenCompose(own::of);
  }
}
