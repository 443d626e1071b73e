package dev.colloquy.tool.domain;

/**
 * Something that a model may ask for.
 *
 * @param description tells models what it is good for
 * @param parameters the text of a JSON Schema (2020-12) of its arguments, which are an object
 * @param needsApproval whether somebody has to allow each call that a model asks for
 * @param unseen whether it says of itself what no administrator has seen; then somebody has to,
 *     whatever was said of it before
 */
public record Tool(
    ToolId id,
    ToolName name,
    String description,
    String parameters,
    ToolSource source,
    boolean needsApproval,
    boolean unseen) {

  public Tool {
    needsApproval = needsApproval || unseen;
  }

  /** A tool that Colloquy has itself. */
  public static Tool builtIn(String name, String description, String parameters) {
    ToolName checked = new ToolName(name);
    return new Tool(
        ToolId.builtIn(checked),
        checked,
        description,
        parameters,
        ToolSource.BUILT_IN,
        false,
        false);
  }

  /** The same, but for each call somebody has to allow. */
  public Tool withApproval() {
    return new Tool(id, name, description, parameters, source, true, unseen);
  }

  /** The same, and its calls are made at once; unless it is unseen. */
  public Tool withoutApproval() {
    return new Tool(id, name, description, parameters, source, false, unseen);
  }
}
