package dev.colloquy.identity.domain.port.in;

import dev.colloquy.identity.domain.LoginSession;
import dev.colloquy.shared.domain.Actor;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Reads where somebody is logged in; for himself. */
public interface BrowseSessions {

  /** The sessions that live, the newest first. Fails with {@code AccessDenied} for API keys. */
  CompletionStage<List<LoginSession>> list(Actor.OfUser actor);
}
