package dev.colloquy.run.domain;

import dev.colloquy.conversation.domain.Content;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What a model has said in an attempt so far. It holds what a message can hold: U+0000 and lone
 * surrogates become U+FFFD, whatever pieces they come in.
 */
public final class Speech {

  private static final char REPLACEMENT = '\uFFFD';

  private final StringBuilder text = new StringBuilder();
  private long bytes;
  private char high;

  /**
   * Adds a piece.
   *
   * @return what may be shown of it now; the half of a pair waits for the other
   */
  public String add(String piece) {
    StringBuilder shown = new StringBuilder(piece.length() + 1);
    for (int i = 0; i < piece.length(); i++) {
      add(piece.charAt(i), shown);
    }
    return said(shown);
  }

  /** Nothing more comes: what still waited is shown now. */
  public String end() {
    StringBuilder shown = new StringBuilder(1);
    release(shown);
    return said(shown);
  }

  /** Whether it has outgrown a message. */
  public boolean isTooLarge() {
    return bytes > Content.MAX_BYTES;
  }

  /** As much as a message holds; empty where nothing but blanks was said. */
  public Optional<Content> content() {
    return text.toString().isBlank() ? Optional.empty() : Optional.of(new Content(text.toString()));
  }

  private void add(char next, StringBuilder shown) {
    if (high != 0 && Character.isLowSurrogate(next)) {
      shown.append(high).append(next);
      high = 0;
      return;
    }
    release(shown);
    if (Character.isHighSurrogate(next)) {
      high = next;
    } else {
      shown.append(next == 0 || Character.isLowSurrogate(next) ? REPLACEMENT : next);
    }
  }

  private void release(StringBuilder shown) {
    if (high != 0) {
      shown.append(REPLACEMENT);
      high = 0;
    }
  }

  private String said(StringBuilder shown) {
    String said = shown.toString();
    bytes += said.getBytes(StandardCharsets.UTF_8).length;
    if (!isTooLarge()) {
      text.append(said);
    }
    return said;
  }
}
