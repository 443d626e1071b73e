package dev.colloquy.tool.application;

import dev.colloquy.shared.domain.KeyScope;
import dev.colloquy.shared.domain.port.out.Timers;
import dev.colloquy.tool.domain.ToolException.ToolTimedOut;
import dev.colloquy.tool.domain.ToolResult;
import dev.colloquy.tool.domain.port.in.InvokeTool;
import dev.colloquy.tool.domain.port.out.ArgumentReader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Calls tools, with arguments that fit and for as long as a tool may take. */
public final class InvokeToolHandler implements InvokeTool {

  private final ToolRegistry tools;
  private final ArgumentReader reader;
  private final Timers timers;

  public InvokeToolHandler(ToolRegistry tools, ArgumentReader reader, Timers timers) {
    this.tools = tools;
    this.reader = reader;
    this.timers = timers;
  }

  @Override
  public CompletionStage<ToolResult> handle(Command command) {
    return CompletableFuture.completedStage(command)
        .thenAccept(call -> ToolRegistry.demand(call.actor(), KeyScope.RUN))
        .thenCompose(allowed -> tools.available(command.tool()))
        .thenCompose(tool -> called(tool, command))
        .thenApply(ToolResult::of);
  }

  private CompletionStage<String> called(RegisteredTool tool, Command command) {
    return reader
        .read(tool.tool(), command.arguments())
        .thenCompose(
            arguments ->
                inTime(tool.caller().call(command.actor(), arguments, command.calledOff())));
  }

  /** A tool that answers too late has not answered. */
  private CompletionStage<String> inTime(CompletionStage<String> answer) {
    CompletableFuture<String> first = answer.toCompletableFuture().copy();
    Timers.Cancellable alarm =
        timers.after(MAX_DURATION, () -> first.completeExceptionally(new ToolTimedOut()));
    return first.whenComplete((text, failure) -> alarm.cancel());
  }
}
