package dev.colloquy.tool.domain.port.in;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.tool.domain.Tool;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Reads which tools there are; for whoever may read at all. */
public interface BrowseTools {

  /** All of them, by name. Fails with {@code AccessDenied}. */
  CompletionStage<List<Tool>> list(Actor.OfUser actor);

  /** One of them, by its id or name. Fails with {@code NotFound} or {@code AccessDenied}. */
  CompletionStage<Tool> get(Actor.OfUser actor, String idOrName);
}
