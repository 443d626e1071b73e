package dev.colloquy.tool;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.tool.domain.Tool;
import dev.colloquy.tool.domain.port.out.BuiltInTool;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A tool of the tests' that somebody has to allow; remembers whom it wrote to. */
@Singleton
public final class LetterTool implements BuiltInTool {

  private static final Tool TOOL =
      Tool.builtIn(
              "send_letter",
              "Sends a letter.",
              "{\"type\":\"object\",\"properties\":{\"to\":{\"type\":\"string\"}},\"required\":[\"to\"]}")
          .withApproval();

  private final List<String> sent = new CopyOnWriteArrayList<>();

  @Override
  public Tool tool() {
    return TOOL;
  }

  @Override
  public CompletionStage<String> call(Actor.OfUser actor, Map<String, @Nullable Object> arguments) {
    String to = String.valueOf(arguments.get("to"));
    sent.add(to);
    return CompletableFuture.completedFuture("Sent to " + to + ".");
  }

  /** Whom it wrote to. */
  public List<String> sent() {
    return List.copyOf(sent);
  }
}
