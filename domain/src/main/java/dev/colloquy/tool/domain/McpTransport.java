package dev.colloquy.tool.domain;

import dev.colloquy.shared.domain.BaseUrl;
import dev.colloquy.shared.domain.InvalidValue;
import dev.colloquy.shared.domain.Texts;
import java.util.List;
import java.util.regex.Pattern;

/** How an MCP server is reached (Model Context Protocol 2025-11-25, "Transports"). */
public sealed interface McpTransport {

  /** How it is written in requests and answers. */
  Kind kind();

  /** Whether a secret that is meant for one is meant for the other. */
  boolean isAtOneWith(McpTransport other);

  /** The two there are. */
  enum Kind {
    STREAMABLE_HTTP("/headers"),
    STDIO("/environment");

    private final String secretsPointer;

    Kind(String secretsPointer) {
      this.secretsPointer = secretsPointer;
    }

    /** Where in a request that stands which nobody sees again. */
    public String secretsPointer() {
      return secretsPointer;
    }
  }

  /** Over HTTP, at this address. */
  record Http(BaseUrl url) implements McpTransport {

    @Override
    public Kind kind() {
      return Kind.STREAMABLE_HTTP;
    }

    @Override
    public boolean isAtOneWith(McpTransport other) {
      return other instanceof Http(var there) && url.isAtOneWith(there);
    }
  }

  /**
   * A program on this machine, spoken to over its standard input and output.
   *
   * @param command a path, or a name that is looked for as a shell would
   * @param arguments passed on as they are, without a shell
   */
  record Stdio(String command, List<String> arguments) implements McpTransport {

    public static final int MOST_ARGUMENTS = 64;
    private static final int LONGEST = 4_000;
    private static final Pattern ONE_LINE = Pattern.compile("[^\\r\\n]*");

    public Stdio {
      arguments = List.copyOf(arguments);
    }

    /**
     * A command as somebody writes it.
     *
     * @throws InvalidValue where none can be called so
     */
    public static String command(String text) {
      String checked = Texts.checked(text, 1, LONGEST);
      if (!ONE_LINE.matcher(checked).matches()) {
        throw new InvalidValue("must be one line");
      }
      return checked;
    }

    /**
     * An argument as somebody writes it.
     *
     * @throws InvalidValue where it cannot be passed on
     */
    public static String argument(String text) {
      return Texts.checked(text, 0, LONGEST);
    }

    @Override
    public Kind kind() {
      return Kind.STDIO;
    }

    @Override
    public boolean isAtOneWith(McpTransport other) {
      return equals(other);
    }
  }
}
