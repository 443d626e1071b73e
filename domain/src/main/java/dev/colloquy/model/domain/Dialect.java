package dev.colloquy.model.domain;

import java.util.Map;

/**
 * How a server differs from the first of its protocol; data, so that a new server needs no code.
 *
 * @param maxTokensField the field that bounds the answer: {@code max_completion_tokens} at OpenAI,
 *     {@code max_tokens} nearly everywhere else
 * @param streamOptions whether it understands {@code stream_options}, by which usage is asked for
 * @param developerRole whether instructions go as {@code developer} rather than {@code system}
 * @param headers more headers with each call; no secrets, they are shown to administrators
 */
public record Dialect(
    String maxTokensField,
    boolean streamOptions,
    boolean developerRole,
    Map<String, String> headers) {

  private static final Dialect OPENAI = new Dialect("max_completion_tokens", true, true, Map.of());
  private static final Dialect COMPATIBLE = new Dialect("max_tokens", true, false, Map.of());

  public Dialect {
    headers = Map.copyOf(headers);
  }

  /** What servers of this kind understand unless something else is said. */
  public static Dialect usual(ProviderKind kind) {
    return switch (kind) {
      case OPENAI -> OPENAI;
      case ANTHROPIC, OLLAMA, OPENAI_COMPATIBLE, REHEARSAL -> COMPATIBLE;
    };
  }
}
