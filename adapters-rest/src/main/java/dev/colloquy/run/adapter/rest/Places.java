package dev.colloquy.run.adapter.rest;

import dev.colloquy.run.domain.StreamPlace;
import dev.colloquy.shared.domain.CommonException.MalformedRequest;
import dev.colloquy.shared.domain.InvalidValue;
import org.jspecify.annotations.Nullable;

/** How requests name a place in a run's stream. */
final class Places {

  private Places() {}

  /** The beginning where none is named. */
  static StreamPlace after(String name, @Nullable String text) {
    if (text == null || text.isEmpty()) {
      return StreamPlace.BEGINNING;
    }
    try {
      return StreamPlace.parse(text);
    } catch (InvalidValue refusal) {
      throw new MalformedRequest("\"" + name + "\" " + refusal.getMessage() + ".");
    }
  }
}
