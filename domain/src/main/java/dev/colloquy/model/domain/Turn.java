package dev.colloquy.model.domain;

import java.util.List;

/** One step of what a model is told. */
public sealed interface Turn {

  /** What holds for the whole talk. */
  record Instructed(String text) implements Turn {}

  /** What a person said. */
  record Asked(String text) implements Turn {}

  /** What a model said, and which tools it asked for. */
  record Answered(String text, List<ToolRequest> tools) implements Turn {

    public Answered {
      tools = List.copyOf(tools);
    }
  }

  /**
   * What a tool came to.
   *
   * @param request the id of the request it answers
   */
  record ToolAnswered(String request, String text) implements Turn {}
}
