package dev.colloquy.tool.domain.port.in;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.tool.domain.ToolResult;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Calls tools, which do nothing that whoever calls may not do. */
public interface InvokeTool {

  /** How long a tool may take. */
  Duration MAX_DURATION = Duration.ofSeconds(30);

  /**
   * What the tool comes to. Whether its call has to be allowed is for those to ask who call it on a
   * model's wish; whoever calls it himself has allowed it. Fails with {@code AccessDenied}, {@code
   * NotFound}, {@code ToolFailed}, {@code ToolTimedOut}, with {@code ValidationError} below {@code
   * /arguments} where they do not fit, and with what the tool refuses.
   */
  CompletionStage<ToolResult> handle(Command command);

  /**
   * A call.
   *
   * @param tool its id or name
   * @param arguments the text of a JSON object; that it is one is checked
   * @param calledOff once this completes, nobody waits for the result any more
   */
  record Command(Actor.OfUser actor, String tool, String arguments, CompletionStage<?> calledOff) {

    /** A call that is waited for to its end. */
    public Command(Actor.OfUser actor, String tool, String arguments) {
      this(actor, tool, arguments, new CompletableFuture<Void>());
    }
  }
}
