package dev.colloquy.tool.adapter.llm.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.colloquy.tool.domain.McpCallFailed;
import dev.colloquy.tool.domain.McpFailure;
import io.vertx.core.Promise;
import org.jspecify.annotations.Nullable;

/** Something that a server is asked, and what becomes of it. */
final class McpRequest {

  final String method;
  final JsonNode params;
  final Promise<JsonNode> result = Promise.promise();

  /** What it was sent by; null until it was. */
  @Nullable Channel channel;

  long id = Channel.NOTIFICATION;

  /** Whether the server forgot the session once, before it looked at this. */
  boolean again;

  McpRequest(String method, JsonNode params) {
    this.method = method;
    this.params = params;
  }

  boolean isOver() {
    return result.future().isComplete();
  }

  void answered(JsonNode message) {
    JsonNode error = message.get("error");
    JsonNode answer = message.get("result");
    if (error != null && !error.isNull()) {
      result.tryFail(new RpcError(error));
    } else if (answer != null && answer.isObject()) {
      result.tryComplete(answer);
    } else {
      failed(McpFailure.BROKEN);
    }
  }

  void failed(McpFailure why) {
    failed(new McpCallFailed(why));
  }

  void failed(RuntimeException why) {
    result.tryFail(why);
  }
}
