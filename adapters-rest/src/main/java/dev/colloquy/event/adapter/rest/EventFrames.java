package dev.colloquy.event.adapter.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.event.domain.StreamItem;
import dev.colloquy.shared.adapter.rest.stream.Frames;
import dev.colloquy.shared.domain.RecordedEvent;
import io.vertx.core.buffer.Buffer;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a stream tells as frames of server-sent events. An event that many readers get is
 * encoded once; the buffer is theirs in common.
 */
final class EventFrames {

  private static final long CACHE_BYTES = 8L * 1024 * 1024;

  private final ObjectMapper json;
  private final Map<Long, Encoded> cache = new LinkedHashMap<>();
  private long cached;

  private record Encoded(RecordedEvent event, Buffer frame) {}

  EventFrames(ObjectMapper json) {
    this.json = json;
  }

  Buffer of(StreamItem item) {
    return switch (item) {
      case StreamItem.Connected connected ->
          frame(item.position(), "connect", position(item.position()));
      case StreamItem.Quiet quiet -> frame(item.position(), "heartbeat", position(item.position()));
      case StreamItem.Gap gap ->
          frame(item.position(), "gap", "{\"from\":" + gap.from() + ",\"to\":" + gap.to() + "}");
      case StreamItem.Happened happened -> of(happened.event());
    };
  }

  @SuppressWarnings("ReferenceEquality") // readers of one page share the very same event
  private Buffer of(RecordedEvent event) {
    Encoded known = cached(event.position());
    if (known != null && known.event() == event) {
      return known.frame();
    }
    Buffer frame = frame(event.position(), event.type(), encode(EventView.of(event)));
    keep(new Encoded(event, frame));
    return frame;
  }

  private synchronized @Nullable Encoded cached(long position) {
    return cache.get(position);
  }

  private synchronized void keep(Encoded fresh) {
    Encoded former = cache.put(fresh.event().position(), fresh);
    cached += fresh.frame().length() - (former == null ? 0 : former.frame().length());
    Iterator<Encoded> oldest = cache.values().iterator();
    while (cached > CACHE_BYTES) {
      cached -= oldest.next().frame().length();
      oldest.remove();
    }
  }

  private String encode(EventView view) {
    try {
      return json.writeValueAsString(view);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an event that JSON cannot show", e);
    }
  }

  private static String position(long position) {
    return "{\"position\":" + position + "}";
  }

  private static Buffer frame(long id, String event, String data) {
    return Frames.event(String.valueOf(id), event, data);
  }
}
