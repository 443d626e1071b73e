package dev.colloquy.tool.testkit;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.tool.domain.Tool;
import dev.colloquy.tool.domain.port.out.BuiltInTool;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A tool that answers what a test lets it answer, when it does, and remembers its calls. */
public final class ScriptedTool implements BuiltInTool {

  private final Tool tool;
  private final List<Call> calls = new CopyOnWriteArrayList<>();

  /** A call that waits for its answer. */
  public record Call(
      Actor.OfUser actor,
      Map<String, @Nullable Object> arguments,
      CompletableFuture<String> answer) {

    public void answered(String text) {
      answer.complete(text);
    }

    public void failed(Throwable failure) {
      answer.completeExceptionally(failure);
    }
  }

  public ScriptedTool(Tool tool) {
    this.tool = tool;
  }

  /** A tool that takes an object of whatever kind. */
  public static ScriptedTool named(String name) {
    return new ScriptedTool(Tool.builtIn(name, "Does what a test wants.", "{\"type\":\"object\"}"));
  }

  @Override
  public Tool tool() {
    return tool;
  }

  @Override
  public CompletionStage<String> call(Actor.OfUser actor, Map<String, @Nullable Object> arguments) {
    Call call = new Call(actor, arguments, new CompletableFuture<>());
    calls.add(call);
    return call.answer();
  }

  /** All calls until now. */
  public List<Call> calls() {
    return List.copyOf(calls);
  }

  /** The newest call. */
  public Call last() {
    return calls.getLast();
  }
}
