package dev.colloquy.tool.domain;

import dev.colloquy.shared.domain.InvalidValue;
import java.util.regex.Pattern;

/**
 * What an MCP server is called; unique in the installation. Its tools' names begin with it and two
 * underscores, which it has neither within nor at its end: so no two servers' tools collide.
 */
public record McpServerName(String value) {

  public static final int LONGEST = 24;
  private static final Pattern FORM = Pattern.compile("[a-z0-9]+(?:[_-][a-z0-9]+)*");

  public McpServerName {
    if (value.length() > LONGEST || !FORM.matcher(value).matches()) {
      throw new InvalidValue(
          "must have from 1 to 24 lower-case letters and digits, parted by single hyphens or"
              + " underscores");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
