package dev.colloquy.run.domain;

/** What became of a tool's call that a model asked for. */
public sealed interface ToolOutcome {

  /** What the model reads of it. */
  String told();

  /** The tool has answered. */
  record Completed(String result) implements ToolOutcome {
    @Override
    public String told() {
      return result;
    }
  }

  /** Nothing came of it; the model may try something else. */
  record Failed(RunError error) implements ToolOutcome {
    @Override
    public String told() {
      return "Error: " + error.detail();
    }
  }
}
