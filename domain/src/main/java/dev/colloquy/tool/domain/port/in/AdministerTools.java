package dev.colloquy.tool.domain.port.in;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Patch;
import dev.colloquy.shared.domain.Precondition;
import dev.colloquy.tool.domain.AdministeredTool;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Says of tools whether they are there and whether their calls have to be allowed; for
 * administrators. Fails with {@code AccessDenied} for everybody else.
 */
public interface AdministerTools {

  /** All of them by name, also those that are not enabled, or whose server is not. */
  CompletionStage<List<AdministeredTool>> list(Actor.OfUser actor);

  /** One of them, by its id or name. Fails with {@code NotFound} too. */
  CompletionStage<AdministeredTool> get(Actor.OfUser actor, String idOrName);

  /** Fails with {@code NotFound}, {@code PreconditionFailed} or {@code Conflict} too. */
  CompletionStage<AdministeredTool> edit(Edit command);

  /**
   * What is said of a tool from now on.
   *
   * @param tool its id or name
   * @param enabled as before where empty
   * @param approval taken away, the tool's usual one holds
   */
  record Edit(
      Actor.OfUser actor,
      String tool,
      Optional<Boolean> enabled,
      Patch<Boolean> approval,
      Precondition precondition) {}
}
