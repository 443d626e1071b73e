package dev.colloquy.tool.domain;

import dev.colloquy.shared.domain.InvalidValue;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What names and values of headers and of variables may be. */
public final class McpSecrets {

  /** How many a server may get. */
  public static final int MOST = 50;

  private static final int LONGEST_VALUE = 4_000;
  private static final Pattern HEADER = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}");
  private static final Pattern HEADER_VALUE = Pattern.compile("[\\x21-\\x7e](?:[\\x20-\\x7e]*)");
  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,99}");

  /** What frames a message, or is the protocol's own. */
  private static final Set<String> OWN_HEADERS =
      Set.of(
          "accept",
          "connection",
          "content-encoding",
          "content-length",
          "content-type",
          "expect",
          "host",
          "keep-alive",
          "last-event-id",
          "mcp-protocol-version",
          "mcp-session-id",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private McpSecrets() {}

  /**
   * Fails with {@link InvalidValue} where a transport cannot pass them on.
   *
   * @param values of headers, or of variables
   */
  public static void check(McpTransport.Kind kind, Map<String, McpSecret> values) {
    if (values.size() > MOST) {
      throw new InvalidValue("must have at most " + MOST + " members");
    }
    values.forEach(
        (name, secret) -> {
          switch (kind) {
            case STREAMABLE_HTTP -> checkHeader(name, secret.value());
            case STDIO -> checkVariable(name, secret.value());
          }
        });
  }

  private static void checkHeader(String name, String value) {
    if (!HEADER.matcher(name).matches()) {
      throw new InvalidValue("must have names of headers as names");
    }
    if (OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
      throw new InvalidValue("must not have " + name + ", which is the protocol's own");
    }
    if (value.length() > LONGEST_VALUE || !HEADER_VALUE.matcher(value).matches()) {
      throw new InvalidValue("must have values of 1 to 4000 visible ASCII characters");
    }
  }

  private static void checkVariable(String name, String value) {
    if (!VARIABLE.matcher(name).matches()) {
      throw new InvalidValue("must have names of letters, digits and underscores");
    }
    if (value.length() > LONGEST_VALUE || value.indexOf('\0') >= 0) {
      throw new InvalidValue("must have values of at most 4000 characters");
    }
  }
}
