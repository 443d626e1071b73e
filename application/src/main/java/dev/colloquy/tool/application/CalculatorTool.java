package dev.colloquy.tool.application;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.tool.domain.Calculation;
import dev.colloquy.tool.domain.Tool;
import dev.colloquy.tool.domain.port.out.BuiltInTool;
import java.math.BigDecimal;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Works out expressions. */
public final class CalculatorTool implements BuiltInTool {

  private static final Tool TOOL =
      Tool.builtIn(
          "calculator",
          "Works out an expression of decimal numbers exactly; knows + - * / % ^ and parentheses.",
          """
          {
            "type": "object",
            "properties": {
              "expression": {
                "type": "string",
                "minLength": 1,
                "maxLength": %d,
                "description": "Such as (1 + 2) * 0.5 ^ 3."
              }
            },
            "required": ["expression"],
            "additionalProperties": false
          }"""
              .formatted(Calculation.MAX_LENGTH));

  @Override
  public Tool tool() {
    return TOOL;
  }

  @Override
  public CompletionStage<String> call(Actor.OfUser actor, Map<String, @Nullable Object> arguments) {
    return CompletableFuture.completedStage(String.valueOf(arguments.get("expression")))
        .thenApply(Calculation::of)
        .thenApply(BigDecimal::toPlainString);
  }
}
