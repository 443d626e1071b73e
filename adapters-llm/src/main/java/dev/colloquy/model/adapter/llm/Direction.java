package dev.colloquy.model.adapter.llm;

import dev.colloquy.model.domain.FinishReason;
import dev.colloquy.model.domain.ModelCallFailed.Fault;
import java.time.Duration;
import java.util.Optional;

/** What a script tells the rehearsal to do next; {@code docs/rehearsal.md} shows each. */
sealed interface Direction {

  /** Says the text, word by word. */
  record Say(String text) implements Direction {}

  /** Thinks the text, word by word. */
  record Think(String text) implements Direction {}

  /** Says this many words. */
  record Words(int count) implements Direction {}

  /** From here on waits this long before each word. */
  record Drip(Duration delay) implements Direction {}

  /** Says nothing for this long. */
  record Wait(Duration delay) implements Direction {}

  /** Says nothing any more. */
  record Stall() implements Direction {}

  /** Asks for a tool; goes on only once the tool has answered. */
  record Ask(String tool, String arguments) implements Direction {}

  /** Starts over once the tools have answered. */
  record Again() implements Direction {}

  record Fail(Fault fault, Optional<Duration> retryAfter) implements Direction {}

  record Finish(FinishReason reason) implements Direction {}
}
