package dev.colloquy.tool.adapter.llm.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.colloquy.tool.domain.McpCallFailed;
import dev.colloquy.tool.domain.McpFailure;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Whoever waits for a server: for so long, or until he does not want to any more. */
final class Patience {

  private final McpSession session;
  private final long alarm;
  private @Nullable McpRequest request;
  private boolean over;

  /** Begins now, on the session's context. */
  Patience(McpSession session, Duration limit, CompletionStage<?> calledOff) {
    this.session = session;
    this.alarm = session.context().setTimer(limit.toMillis(), ignored -> giveUp(late()));
    calledOff.whenComplete(
        (done, failure) ->
            session.context().runOnContext(ignored -> giveUp(new CancellationException())));
  }

  Future<JsonNode> ask(String method, JsonNode params) {
    if (over) {
      return Future.failedFuture(late());
    }
    McpRequest asked = session.ask(method, params);
    request = asked;
    return asked.result.future();
  }

  /** It was worth waiting, or not. */
  void end() {
    over = true;
    session.context().owner().cancelTimer(alarm);
  }

  private void giveUp(RuntimeException why) {
    if (!over) {
      over = true;
      if (request != null) {
        session.giveUp(request, why);
      }
    }
  }

  private static McpCallFailed late() {
    return new McpCallFailed(McpFailure.TIMEOUT);
  }
}
