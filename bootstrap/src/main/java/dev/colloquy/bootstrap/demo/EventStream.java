package dev.colloquy.bootstrap.demo;

import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A live stream of server-sent events, read by a thread of its own until it is cut. */
final class EventStream implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final InputStream body;
  private final PrintStream out;
  private final BlockingQueue<Event> arrived = new LinkedBlockingQueue<>();

  /** One event as it came over the wire. */
  record Event(String id, String type, JsonObject data) {}

  EventStream(InputStream body, PrintStream out) {
    this.body = body;
    this.out = out;
    Thread.ofVirtual().name("tour-events").start(this::read);
  }

  /** Waits for the next event, which must be of this type, and shows it. */
  Event next(String type) {
    Event event = any();
    if (!event.type().equals(type)) {
      throw new TourFailed("The stream brought %s and not %s.".formatted(event.type(), type));
    }
    out.printf("       ⇠ id %s  %s%n", event.id(), event.type());
    return event;
  }

  /** Waits for the next event, whatever it is; heartbeats are passed over. */
  Event any() {
    Event event = poll();
    while (event.type().equals("heartbeat")) {
      event = poll();
    }
    return event;
  }

  @Override
  public void close() {
    try {
      body.close();
    } catch (IOException e) {
      throw new TourFailed("The stream could not be cut: " + e);
    }
  }

  private Event poll() {
    try {
      Event event = arrived.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      if (event == null) {
        throw new TourFailed(
            "The stream brought nothing for %d s.".formatted(PATIENCE.toSeconds()));
      }
      return event;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TourFailed("The tour was interrupted.");
    }
  }

  private void read() {
    String id = "";
    String type = "";
    StringBuilder data = new StringBuilder();
    try (var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("id: ")) {
          id = line.substring("id: ".length());
        } else if (line.startsWith("event: ")) {
          type = line.substring("event: ".length());
        } else if (line.startsWith("data: ")) {
          data.append(line.substring("data: ".length()));
        } else if (line.isEmpty() && !type.isEmpty()) {
          arrived.add(new Event(id, type, new JsonObject(data.toString())));
          type = "";
          data.setLength(0);
        }
      }
    } catch (IOException e) {
      // the stream was cut, here or there; whoever waits for an event will say so
    }
  }
}
