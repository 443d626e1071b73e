package dev.colloquy.shared.adapter.rest.problem;

import dev.colloquy.shared.domain.CommonException.ValidationError;
import dev.colloquy.shared.domain.CommonException.ValidationError.Violation;
import dev.colloquy.shared.domain.DomainException;
import dev.colloquy.shared.domain.RetryAfter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An answer that refuses.
 *
 * @param headers what the status demands beside the body
 * @param parameters extension members beyond those that every problem has
 */
public record Problem(
    int status,
    String code,
    String detail,
    Map<String, String> headers,
    Map<String, Object> parameters,
    List<Violation> errors) {

  /** The media type of problems. */
  public static final String MEDIA_TYPE = "application/problem+json";

  private static final long SECONDS_UNTIL_AVAILABLE = 5;
  private static final long SECONDS_UNTIL_FEWER = 60;

  static Problem of(EdgeRefusal refusal) {
    return new Problem(
        refusal.status(), refusal.name(), refusal.detail(), Map.of(), Map.of(), List.of());
  }

  static Problem of(DomainException refusal) {
    return new Problem(
        Statuses.of(refusal.kind()),
        refusal.code(),
        refusal.detail(),
        headers(refusal),
        refusal.parameters(),
        refusal instanceof ValidationError invalid ? invalid.violations() : List.of());
  }

  Problem withHeader(String name, String value) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put(name, value);
    return new Problem(status, code, detail, all, parameters, errors);
  }

  /** The body's members, in the order in which people like to read them. */
  Map<String, Object> members(String requestId) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("type", "urn:colloquy:problem:" + code);
    members.put("title", title());
    members.put("status", status);
    members.put("detail", detail);
    members.put("code", code);
    members.put("request_id", requestId);
    if (!errors.isEmpty()) {
      members.put("errors", errors);
    }
    parameters.forEach(members::putIfAbsent);
    return members;
  }

  private String title() {
    String words = code.replace('_', ' ').toLowerCase(Locale.ROOT);
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private static Map<String, String> headers(DomainException refusal) {
    return switch (refusal.kind()) {
      case UNAUTHENTICATED -> Map.of("WWW-Authenticate", "Bearer realm=\"colloquy\"");
      case TOO_MANY -> Map.of("Retry-After", Long.toString(secondsUntilFewer(refusal)));
      case UNAVAILABLE -> Map.of("Retry-After", Long.toString(SECONDS_UNTIL_AVAILABLE));
      case MALFORMED,
          FORBIDDEN,
          NOT_FOUND,
          CONFLICT,
          PRECONDITION_FAILED,
          PRECONDITION_REQUIRED,
          TOO_LARGE,
          INVALID ->
          Map.of();
    };
  }

  private static long secondsUntilFewer(DomainException refusal) {
    return refusal instanceof RetryAfter later
        ? Math.max(1, later.retryAfter().plusMillis(999).toSeconds())
        : SECONDS_UNTIL_FEWER;
  }
}
