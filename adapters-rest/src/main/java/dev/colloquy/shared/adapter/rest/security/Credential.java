package dev.colloquy.shared.adapter.rest.security;

import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The credential among the headers: {@code Authorization: Bearer …} (RFC 6750) or a key. */
final class Credential {

  private static final Pattern BEARER =
      Pattern.compile("Bearer +(\\S+) *", Pattern.CASE_INSENSITIVE);

  private Credential() {}

  /**
   * Empty where none was sent. What cannot be one credential, such as two of them or another
   * scheme, is handed on as the empty credential, which is never good.
   */
  static Optional<String> in(MultiMap headers) {
    List<String> authorizations = headers.getAll("Authorization");
    List<String> keys = headers.getAll("X-API-Key");
    if (authorizations.isEmpty() && keys.isEmpty()) {
      return Optional.empty();
    }
    if (authorizations.size() + keys.size() > 1) {
      return Optional.of("");
    }
    return Optional.of(keys.isEmpty() ? bearer(authorizations.getFirst()) : keys.getFirst());
  }

  private static String bearer(String authorization) {
    Matcher bearer = BEARER.matcher(authorization);
    return bearer.matches() ? bearer.group(1) : "";
  }
}
