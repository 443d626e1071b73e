package dev.colloquy.tool.domain;

import dev.colloquy.shared.domain.InvalidValue;
import java.util.regex.Pattern;

/** What models call a tool by: what all providers take as a function's name. */
public record ToolName(String value) implements Comparable<ToolName> {

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  public ToolName {
    if (!FORM.matcher(value).matches()) {
      throw new InvalidValue("must have from 1 to 64 letters, digits, hyphens and underscores");
    }
  }

  @Override
  public int compareTo(ToolName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
