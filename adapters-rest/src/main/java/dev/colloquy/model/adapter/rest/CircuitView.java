package dev.colloquy.model.adapter.rest;

import dev.colloquy.model.domain.Circuit;
import dev.colloquy.shared.adapter.rest.answer.Text;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a node calls a provider.
 *
 * @param state {@code closed}, {@code open}, {@code half_open} or {@code cooling_down}
 * @param until when it is called again; null where it is called now
 */
record CircuitView(String state, @Nullable Instant until) {

  static CircuitView of(Circuit it) {
    return new CircuitView(Text.of(it.state()), it.until().orElse(null));
  }
}
