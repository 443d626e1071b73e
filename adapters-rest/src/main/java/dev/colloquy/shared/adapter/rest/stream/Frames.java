package dev.colloquy.shared.adapter.rest.stream;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;

/** Frames of server-sent events (WHATWG HTML, 9.2). */
public final class Frames {

  private Frames() {}

  /** An event with its id; none of them has a line break. */
  public static Buffer event(String id, String event, String data) {
    String text = "id: " + id + "\nevent: " + event + "\ndata: " + data + "\n\n";
    return Buffer.buffer(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A message without id or type; it has no line break. */
  public static Buffer data(String data) {
    return Buffer.buffer("data: " + data + "\n\n");
  }

  /** A message of this type, without id; neither has a line break. */
  public static Buffer event(String event, String data) {
    return Buffer.buffer("event: " + event + "\ndata: " + data + "\n\n");
  }

  /** Asks the reader to wait that long before he comes back. */
  static Buffer retry(long milliseconds) {
    return Buffer.buffer("retry: " + milliseconds + "\n\n");
  }

  /** What readers skip. */
  static Buffer comment(String text) {
    return Buffer.buffer(": " + text + "\n\n");
  }
}
