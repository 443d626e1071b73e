package dev.colloquy.shared.adapter.llm;

import io.vertx.core.buffer.Buffer;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Reads server-sent events (WHATWG HTML, "Server-sent events") from bytes as they come, within
 * limits, and hands on their data: all protocols spoken here say again in it what kind of event it
 * is. Bytes that are not UTF-8 are refused, not replaced. What helps to ask for the rest of a
 * stream is kept: the last event's id, and how long to wait before.
 */
public final class EventReader {

  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,9}");
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final int lineBytes;
  private final long streamBytes;
  private final Consumer<String> events;
  private final StringBuilder data = new StringBuilder();
  private final CharsetDecoder utf8 =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);

  private byte[] line = new byte[256];
  private int length;
  private long received;
  private String id = "";
  private String lastId = "";
  private Optional<Duration> retry = Optional.empty();
  private boolean hasData;
  private boolean afterReturn;
  private boolean first = true;

  /**
   * Takes what it may read.
   *
   * @param lineBytes of one event, and of one line of it
   * @param streamBytes of all of them
   */
  public EventReader(int lineBytes, long streamBytes, Consumer<String> events) {
    this.lineBytes = lineBytes;
    this.streamBytes = streamBytes;
    this.events = events;
  }

  /** Fails with {@link StreamRefused}. */
  public void read(Buffer chunk) {
    received += chunk.length();
    if (received > streamBytes) {
      throw StreamRefused.tooLarge();
    }
    byte[] bytes = chunk.getBytes();
    int start = 0;
    for (int i = 0; i < bytes.length; i++) {
      boolean secondOfPair = bytes[i] == '\n' && afterReturn;
      afterReturn = bytes[i] == '\r';
      if (secondOfPair) {
        start = i + 1;
      } else if (afterReturn || bytes[i] == '\n') {
        append(bytes, start, i);
        endOfLine();
        start = i + 1;
      }
    }
    append(bytes, start, bytes.length);
  }

  /** The id of the last event; empty where it has none. */
  public String lastId() {
    return lastId;
  }

  /** How long the server wants us to wait before we ask for the rest. */
  public Optional<Duration> retry() {
    return retry;
  }

  private void append(byte[] bytes, int from, int to) {
    int more = to - from;
    if (length + more > lineBytes - data.length()) {
      throw StreamRefused.tooLarge();
    }
    if (length + more > line.length) {
      line = Arrays.copyOf(line, Math.max(length + more, 2 * line.length));
    }
    System.arraycopy(bytes, from, line, length, more);
    length += more;
  }

  private void endOfLine() {
    String text = decoded();
    length = 0;
    if (first && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
      text = text.substring(1);
    }
    first = false;
    if (text.isEmpty()) {
      dispatch();
    } else {
      field(text);
    }
  }

  private String decoded() {
    try {
      return utf8.decode(ByteBuffer.wrap(line, 0, length)).toString();
    } catch (CharacterCodingException notUtf8) {
      throw StreamRefused.broken();
    }
  }

  private void field(String text) {
    int colon = text.indexOf(':');
    String name = colon < 0 ? text : text.substring(0, colon);
    String value = colon < 0 ? "" : value(text, colon + 1);
    switch (name) {
      case "data" -> {
        if (hasData) {
          data.append('\n');
        }
        hasData = true;
        data.append(value);
      }
      case "id" -> id = value.indexOf('\0') < 0 ? value : id;
      case "retry" -> retry = milliseconds(value).or(() -> retry);
      default -> {}
    }
  }

  private static String value(String text, int start) {
    return text.startsWith(" ", start) ? text.substring(start + 1) : text.substring(start);
  }

  private static Optional<Duration> milliseconds(String value) {
    return DIGITS.matcher(value).matches()
        ? Optional.of(Duration.ofMillis(Long.parseLong(value)))
        : Optional.empty();
  }

  private void dispatch() {
    lastId = id;
    if (hasData) {
      String whole = data.toString();
      data.setLength(0);
      hasData = false;
      events.accept(whole);
    }
  }
}
