package dev.colloquy.benchmarks.crowd;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Counts posted messages in a stream's bytes as they come, and keeps none of them. */
final class EventCounter {

  private static final byte[] OK = ascii("HTTP/1.1 200 ");

  /** Both begin with the only byte that could begin them, so a mismatch starts from nothing. */
  private static final byte[] CONNECTED = ascii("\nevent: connect\n");

  private static final byte[] POSTED = ascii("\nevent: message.created\n");

  private int accepted;
  private int matched;
  private boolean live;
  private long events;

  boolean isLive() {
    return live;
  }

  long events() {
    return events;
  }

  void forget() {
    events = 0;
  }

  /** Throws where the server has refused the stream. */
  void read(ByteBuffer bytes) {
    while (accepted < OK.length && bytes.hasRemaining()) {
      if (bytes.get() != OK[accepted++]) {
        throw new IllegalStateException(
            "A stream was refused: " + StandardCharsets.UTF_8.decode(bytes.rewind()));
      }
    }
    while (bytes.hasRemaining()) {
      byte next = bytes.get();
      byte[] wanted = live ? POSTED : CONNECTED;
      if (next == wanted[matched]) {
        matched++;
      } else {
        matched = next == wanted[0] ? 1 : 0;
      }
      if (matched == wanted.length) {
        matched = 1; // its last byte may begin the next
        if (live) {
          events++;
        }
        live = true;
      }
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
