package dev.colloquy.tool.domain;

import java.nio.charset.StandardCharsets;

/**
 * What a call of a tool came to. It holds what can be stored: U+0000 and lone surrogates become
 * U+FFFD.
 *
 * @param truncated whether there was more; then the text ends with a mark that says so
 */
public record ToolResult(String text, boolean truncated) {

  /** How many bytes of UTF-8 a result has at the most, but for the mark. */
  public static final int MAX_BYTES = 64 * 1024;

  private static final char REPLACEMENT = '\uFFFD';

  /** What a tool said, cut to what a model is told of it. */
  public static ToolResult of(String said) {
    byte[] bytes = storable(said).getBytes(StandardCharsets.UTF_8);
    return bytes.length <= MAX_BYTES
        ? new ToolResult(decoded(bytes, bytes.length), false)
        : new ToolResult(decoded(bytes, MAX_BYTES) + mark(bytes.length), true);
  }

  private static String mark(int bytes) {
    return "\n[cut after " + MAX_BYTES + " of " + bytes + " bytes]";
  }

  private static String storable(String said) {
    StringBuilder text = new StringBuilder(said.length());
    said.codePoints()
        .map(it -> it == 0 || isHalf(it) ? REPLACEMENT : it)
        .forEach(text::appendCodePoint);
    return text.toString();
  }

  private static boolean isHalf(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  /** The first bytes as text; half a character at the end is left out. */
  private static String decoded(byte[] bytes, int length) {
    int end = length;
    while (end < bytes.length && (bytes[end] & 0xC0) == 0x80) {
      end--;
    }
    return new String(bytes, 0, end, StandardCharsets.UTF_8);
  }
}
