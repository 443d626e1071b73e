package dev.colloquy.tool.domain.port.out;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.tool.domain.Tool;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A tool that Colloquy has itself; the context that knows how implements it. */
public interface BuiltInTool {

  /** What it is; always the same. */
  Tool tool();

  /**
   * Calls it.
   *
   * @param actor whose rights it acts with
   * @param arguments fit its parameters: strings, {@code BigDecimal}s, booleans, nulls, maps, lists
   * @return what a model is to read; fails with {@code ToolFailed} where nothing comes of it, and
   *     with what the actor is refused
   */
  CompletionStage<String> call(Actor.OfUser actor, Map<String, @Nullable Object> arguments);
}
