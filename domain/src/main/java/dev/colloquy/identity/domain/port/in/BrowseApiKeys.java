package dev.colloquy.identity.domain.port.in;

import dev.colloquy.identity.domain.ApiKey;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import java.util.concurrent.CompletionStage;

/** Reads one's own API keys; their secrets are not kept. */
public interface BrowseApiKeys {

  /** The newest first. Fails with {@code AccessDenied} for API keys themselves. */
  CompletionStage<Page<ApiKey>> list(Actor.OfUser actor, PageRequest page);
}
