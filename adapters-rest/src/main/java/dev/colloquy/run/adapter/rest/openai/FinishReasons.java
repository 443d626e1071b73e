package dev.colloquy.run.adapter.rest.openai;

import dev.colloquy.model.domain.FinishReason;
import java.util.Locale;

/** Why an answer ended, in the protocol's words, which are ours in lower case. */
final class FinishReasons {

  private FinishReasons() {}

  static String of(FinishReason reason) {
    return reason.name().toLowerCase(Locale.ROOT);
  }
}
