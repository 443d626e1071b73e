package dev.colloquy.event.adapter.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.event.domain.StreamItem;
import dev.colloquy.shared.adapter.rest.json.JsonForm;
import dev.colloquy.shared.domain.Audience;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.RecordedEvent;
import dev.colloquy.shared.domain.Subject;
import dev.colloquy.shared.domain.WorkspaceId;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * An event as a frame: for its first reader, from the text that the database gave, and for each one
 * after him. It stands in the package of the frames, which nobody else may see.
 */
@State(Scope.Thread)
public class EventEncoding {

  private static final UUID ID = UUID.fromString("0199c000-0000-7000-8000-100000000001");
  private static final Instant AT = Instant.parse("2026-01-02T03:04:05.678901Z");
  private static final String DATA =
      """
      {"seq": 17, "role": "user", "sender": "user", "content": "%s"}"""
          .formatted("The engine weaves algebraic patterns. ".repeat(5));

  private final EventFrames frames;
  private final StreamItem known = event(1);
  private long position = 1;

  public EventEncoding() {
    ObjectMapper json = new ObjectMapper();
    new JsonForm().customize(json);
    frames = new EventFrames(json);
  }

  @Benchmark
  public Buffer firstReader() {
    position++;
    return frames.of(event(position));
  }

  @Benchmark
  public Buffer anotherReader() {
    return frames.of(known);
  }

  private static StreamItem event(long position) {
    return new StreamItem.Happened(
        new RecordedEvent(
            position,
            ID,
            "message.created",
            1,
            AT,
            "person",
            Optional.of(ID),
            Optional.of(new WorkspaceId(ID)),
            Optional.of(new ConversationId(ID)),
            new Subject("message", ID),
            ID,
            new Audience.Participants(new ConversationId(ID)),
            data()));
  }

  @SuppressWarnings("NullAway") // Vert.x does not declare that a JSON object's values may be null
  private static Map<String, @Nullable Object> data() {
    return new JsonObject(DATA).getMap();
  }
}
