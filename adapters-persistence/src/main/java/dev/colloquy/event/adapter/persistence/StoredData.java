package dev.colloquy.event.adapter.persistence;

import io.vertx.core.json.JsonObject;
import java.util.AbstractMap;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an event says, as the text that the database gave, and read each time somebody looks into
 * it. A node keeps thousands of events for its streams; most are looked into once, to be encoded,
 * or never, and a text takes a third of the memory. Nothing in it can be changed.
 */
final class StoredData extends AbstractMap<String, @Nullable Object> {

  private final String text;

  /** Takes a JSON object's text as {@code jsonb} has it. */
  StoredData(String text) {
    this.text = text;
  }

  @Override
  public Set<Map.Entry<String, @Nullable Object>> entrySet() {
    return Collections.unmodifiableSet(read().entrySet());
  }

  /** Without reading: whoever encodes a map asks for this first. */
  @Override
  public boolean isEmpty() {
    return text.equals("{}");
  }

  @Override
  public @Nullable Object get(@Nullable Object key) {
    return read().get(key);
  }

  @SuppressWarnings("NullAway") // Vert.x does not declare that a JSON object's values may be null
  private Map<String, @Nullable Object> read() {
    return new JsonObject(text).getMap();
  }
}
