package dev.colloquy.tool.application;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.tool.domain.AdministeredTool;
import dev.colloquy.tool.domain.Tool;
import dev.colloquy.tool.domain.ToolName;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A tool and how it is called.
 *
 * @param served whether whatever offers it is there at all
 */
record RegisteredTool(AdministeredTool administered, boolean served, Caller caller) {

  /** How a tool is called. */
  @FunctionalInterface
  interface Caller {

    /** With arguments that fit; what it answers is for a model to read. */
    CompletionStage<String> call(
        Actor.OfUser actor, Map<String, @Nullable Object> arguments, CompletionStage<?> calledOff);
  }

  Tool tool() {
    return administered.tool();
  }

  ToolName name() {
    return administered.usual().name();
  }

  /** Whether it is there for models and people. */
  boolean isThere() {
    return served && administered.policy().enabled();
  }

  boolean isMeantBy(String idOrName) {
    return name().value().equals(idOrName) || administered.usual().id().toString().equals(idOrName);
  }
}
