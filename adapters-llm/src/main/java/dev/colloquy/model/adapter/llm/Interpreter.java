package dev.colloquy.model.adapter.llm;

import dev.colloquy.model.domain.FinishReason;
import dev.colloquy.model.domain.ModelEvent;
import java.util.function.Consumer;

/** Turns a provider's events into the pieces of one answer; throws {@code ModelCallFailed}. */
interface Interpreter {

  /** The data of one event. */
  void read(String data, Consumer<ModelEvent> pieces);

  /** Whether the provider has said all it wants to. */
  boolean isWhole();

  /** The end has come: what was held back until now, and why the model stopped. */
  FinishReason finish(Consumer<ModelEvent> pieces);
}
