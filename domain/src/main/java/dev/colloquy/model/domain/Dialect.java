package dev.colloquy.model.domain;

import dev.colloquy.shared.domain.CommonException.ValidationError;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

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

  private static final Pattern FIELD = Pattern.compile("[a-z][a-z0-9_]{0,63}");
  private static final Pattern HEADER = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}");
  private static final Pattern HEADER_VALUE = Pattern.compile("[\\x20-\\x7e]{0,1000}");
  private static final int MOST_HEADERS = 20;

  /** Headers that are Colloquy's to write, or that carry keys and would show them. */
  private static final Set<String> RESERVED =
      Set.of(
          "host",
          "content-length",
          "content-type",
          "transfer-encoding",
          "connection",
          "upgrade",
          "te",
          "accept",
          "cookie",
          "authorization",
          "proxy-authorization",
          "api-key",
          "x-api-key");

  public Dialect {
    headers = Map.copyOf(headers);
  }

  /**
   * The dialect, where it can be spoken.
   *
   * @throws ValidationError where it cannot
   */
  public Dialect checked() {
    if (!FIELD.matcher(maxTokensField).matches()) {
      throw refused("max_tokens_field", "must be the name of a field, such as max_tokens");
    }
    if (headers.size() > MOST_HEADERS) {
      throw refused("headers", "must have at most " + MOST_HEADERS + " fields");
    }
    headers.forEach(Dialect::checkHeader);
    return this;
  }

  private static void checkHeader(String name, String value) {
    if (!HEADER.matcher(name).matches() || !HEADER_VALUE.matcher(value).matches()) {
      throw refused("headers", "must have names and values that fit into HTTP");
    }
    if (RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
      throw refused("headers", "must not have " + name.toLowerCase(Locale.ROOT));
    }
  }

  private static ValidationError refused(String field, String detail) {
    return ValidationError.at("/dialect/" + field, detail);
  }

  /** What servers of this kind understand unless something else is said. */
  public static Dialect usual(ProviderKind kind) {
    return switch (kind) {
      case OPENAI -> OPENAI;
      case ANTHROPIC, OLLAMA, OPENAI_COMPATIBLE, REHEARSAL -> COMPATIBLE;
    };
  }
}
