package dev.colloquy.bootstrap.settings;

import java.util.List;

/** Settings that cannot be used: one sentence for each, saying what to write instead. */
public final class InvalidSettings extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final List<String> sentences;

  InvalidSettings(List<String> sentences) {
    super(String.join(" ", sentences));
    this.sentences = List.copyOf(sentences);
  }

  public List<String> sentences() {
    return sentences;
  }
}
