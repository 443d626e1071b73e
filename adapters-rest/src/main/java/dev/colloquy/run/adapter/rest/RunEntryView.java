package dev.colloquy.run.adapter.rest;

import dev.colloquy.run.domain.StreamEntry;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that a run's stream tells.
 *
 * @param id the attempt and the place within it
 */
record RunEntryView(String id, String type, int attempt, Map<String, @Nullable Object> data) {

  static RunEntryView of(StreamEntry it) {
    return new RunEntryView(
        it.place().toString(), it.signal().type().text(), it.place().attempt(), it.signal().data());
  }
}
