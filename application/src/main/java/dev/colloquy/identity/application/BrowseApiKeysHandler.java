package dev.colloquy.identity.application;

import dev.colloquy.identity.domain.AccountAccess;
import dev.colloquy.identity.domain.ApiKey;
import dev.colloquy.identity.domain.port.in.BrowseApiKeys;
import dev.colloquy.identity.domain.port.out.ApiKeys;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Reads one's own API keys. */
public final class BrowseApiKeysHandler implements BrowseApiKeys {

  private final ApiKeys keys;

  public BrowseApiKeysHandler(ApiKeys keys) {
    this.keys = keys;
  }

  @Override
  public CompletionStage<Page<ApiKey>> list(Actor.OfUser actor, PageRequest page) {
    return CompletableFuture.completedFuture(actor)
        .thenApply(AccountAccess::inPerson)
        .thenCompose(person -> keys.list(person.user(), page));
  }
}
