package dev.colloquy.tool.domain;

/**
 * A tool as an MCP server offers it.
 *
 * @param name the server's own name for it
 * @param description tells models what it is good for; may be empty
 * @param parameters the text of a JSON Schema of its arguments, which are an object
 * @param unseen whether the server said so unasked, and no administrator has had it asked since
 */
public record McpTool(String name, String description, String parameters, boolean unseen) {

  /** How many characters of a description are told to models. */
  public static final int LONGEST_DESCRIPTION = 4_000;

  /** How many characters a name may have. */
  public static final int LONGEST_NAME = 200;

  /** How many bytes of UTF-8 the schema may have. */
  public static final int LARGEST_PARAMETERS = 32 * 1024;

  /** One that an administrator has had asked for. */
  public McpTool(String name, String description, String parameters) {
    this(name, description, parameters, false);
  }

  McpTool asUnseen() {
    return new McpTool(name, description, parameters, true);
  }
}
