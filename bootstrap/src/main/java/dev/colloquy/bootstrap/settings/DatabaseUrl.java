package dev.colloquy.bootstrap.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The address of an external database, taken from a {@code
 * postgresql://user:password@host:port/name} connection URI as PostgreSQL's own clients read it.
 *
 * @param host an IPv6 address keeps its brackets
 * @param parameters {@code sslmode} and {@code sslrootcert}, where given
 */
public record DatabaseUrl(
    String host,
    int port,
    String name,
    String user,
    String password,
    Map<String, String> parameters) {

  private static final int DEFAULT_PORT = 5432;
  private static final Set<String> SSL_MODES =
      Set.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");

  /**
   * Reads an address.
   *
   * @throws IllegalArgumentException whose message completes "COLLOQUY_DATABASE_URL "
   */
  static DatabaseUrl parse(String text) {
    URI uri = uri(text);
    if (!"postgresql".equals(uri.getScheme()) && !"postgres".equals(uri.getScheme())) {
      throw new IllegalArgumentException("must begin with postgresql://");
    }
    String host = required(uri.getHost(), "must name a host");
    String userInfo = required(uri.getRawUserInfo(), "must name user and password");
    int colon = userInfo.indexOf(':');
    if (colon < 1 || colon == userInfo.length() - 1) {
      throw new IllegalArgumentException("must name user and password, as in user:password@host");
    }
    String path = required(uri.getRawPath(), "must name a database");
    if (path.length() < 2 || path.indexOf('/', 1) > 0) {
      throw new IllegalArgumentException("must name a database after the host, as in /colloquy");
    }
    return new DatabaseUrl(
        host,
        uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort(),
        decoded(path.substring(1)),
        decoded(userInfo.substring(0, colon)),
        decoded(userInfo.substring(colon + 1)),
        parameters(uri.getRawQuery()));
  }

  public String jdbcUrl() {
    StringBuilder url = new StringBuilder("jdbc:postgresql://" + address());
    char separator = '?';
    for (Map.Entry<String, String> parameter : parameters.entrySet()) {
      url.append(separator).append(parameter.getKey()).append('=');
      url.append(URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8));
      separator = '&';
    }
    return url.toString();
  }

  /** For the reactive client, which takes TLS from settings of its own. */
  public String reactiveUrl() {
    return "postgresql://" + address();
  }

  private String address() {
    return "%s:%d/%s".formatted(host, port, URLEncoder.encode(name, StandardCharsets.UTF_8));
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "postgresql://%s@%s:%d/%s".formatted(user, host, port, name);
  }

  private static URI uri(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(
          "is not a URL; write special characters in user and password as percent-escapes (@ is %40)",
          e);
    }
  }

  private static String required(String part, String otherwise) {
    if (part == null || part.isEmpty()) {
      throw new IllegalArgumentException(otherwise);
    }
    return part;
  }

  /** Percent-escapes only: a plus sign stands for itself here. */
  private static String decoded(String raw) {
    return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static Map<String, String> parameters(String query) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : Objects.requireNonNullElse(query, "").split("&", -1)) {
      if (pair.isEmpty()) {
        continue;
      }
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
      check(name, value);
      parameters.put(name, value);
    }
    return Map.copyOf(parameters);
  }

  private static void check(String name, String value) {
    if (name.equals("sslmode")) {
      if (!SSL_MODES.contains(value)) {
        throw new IllegalArgumentException(
            "has an unknown sslmode: use disable, allow, prefer, require, verify-ca or verify-full");
      }
    } else if (!name.equals("sslrootcert")) {
      throw new IllegalArgumentException(
          "has the parameter %s, which is not known here: use sslmode and sslrootcert only"
              .formatted(name));
    }
  }
}
