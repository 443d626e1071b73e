package dev.colloquy.run.adapter.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.run.domain.StreamEntry;
import dev.colloquy.shared.adapter.rest.stream.Frames;
import io.vertx.core.buffer.Buffer;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes what a run's stream tells as frames of server-sent events. */
record RunFrames(ObjectMapper json) {

  Buffer of(StreamEntry entry) {
    Map<String, @Nullable Object> data = new TreeMap<>();
    data.put("attempt", entry.place().attempt());
    data.putAll(entry.signal().data());
    return Frames.event(entry.place().toString(), entry.signal().type().text(), encode(data));
  }

  private String encode(Map<String, @Nullable Object> data) {
    try {
      return json.writeValueAsString(data);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an entry that JSON cannot show", e);
    }
  }
}
