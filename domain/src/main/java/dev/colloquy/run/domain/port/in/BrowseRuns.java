package dev.colloquy.run.domain.port.in;

import dev.colloquy.run.domain.Run;
import dev.colloquy.run.domain.RunId;
import dev.colloquy.run.domain.RunStatus;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Reads runs; for participants of their conversations. */
public interface BrowseRuns {

  /** Fails with {@code NotFound} or {@code AccessDenied}. */
  CompletionStage<Run> get(Actor.OfUser actor, RunId run);

  /** Those that the actor's user has started, the newest first. */
  CompletionStage<Page<Run>> mine(Actor.OfUser actor, Optional<RunStatus> status, PageRequest page);

  /** A conversation's, the newest first. Fails with {@code NotFound} or {@code AccessDenied}. */
  CompletionStage<Page<Run>> of(Actor.OfUser actor, ConversationId conversation, PageRequest page);
}
