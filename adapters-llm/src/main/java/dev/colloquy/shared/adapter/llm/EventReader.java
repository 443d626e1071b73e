package dev.colloquy.shared.adapter.llm;

import io.vertx.core.buffer.Buffer;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Reads server-sent events (WHATWG HTML, "Server-sent events") from bytes as they come, within
 * limits, and hands on their data: all protocols spoken here say again in it what kind of event it
 * is. Bytes that are not UTF-8 are refused, not replaced.
 */
public final class EventReader {

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
    if (name.equals("data")) {
      if (hasData) {
        data.append('\n');
      }
      hasData = true;
      data.append(colon < 0 ? "" : value(text, colon + 1));
    }
  }

  private static String value(String text, int start) {
    return text.startsWith(" ", start) ? text.substring(start + 1) : text.substring(start);
  }

  private void dispatch() {
    if (hasData) {
      String whole = data.toString();
      data.setLength(0);
      hasData = false;
      events.accept(whole);
    }
  }
}
