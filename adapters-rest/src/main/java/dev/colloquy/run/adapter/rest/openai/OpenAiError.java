package dev.colloquy.run.adapter.rest.openai;

import dev.colloquy.shared.domain.DomainException;
import org.jspecify.annotations.Nullable;

/** What OpenAI's clients read of a refusal. */
record OpenAiError(Error error) {

  /**
   * What went wrong.
   *
   * @param param the field that is to blame
   * @param code ours, as everywhere
   */
  record Error(String message, String type, @Nullable String param, @Nullable String code) {}

  /** Of an answer that had begun. */
  static OpenAiError of(DomainException refusal) {
    return new OpenAiError(new Error(refusal.detail(), "server_error", null, refusal.code()));
  }
}
