package dev.colloquy.tool.adapter.llm.mcp;

import dev.colloquy.shared.adapter.llm.AddressRefused;
import dev.colloquy.shared.adapter.llm.StreamRefused;
import dev.colloquy.tool.domain.McpFailure;
import io.vertx.core.VertxException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;

/** What it means that something failed. */
final class Faults {

  private static final int NO_SUCH_THING = 404;
  private static final int TOO_MANY = 429;
  private static final int SERVER_ERROR = 500;

  private Faults() {}

  static McpFailure of(Throwable cause) {
    if (cause instanceof AddressRefused) {
      return McpFailure.ADDRESS_REFUSED;
    }
    if (cause instanceof StreamRefused stream) {
      return stream.isTooLarge() ? McpFailure.TOO_LARGE : McpFailure.BROKEN;
    }
    boolean unreachable =
        cause instanceof IOException
            || cause instanceof VertxException
            || cause instanceof TimeoutException;
    // the rest is what the client's codec says of bytes that are no HTTP
    return unreachable ? McpFailure.UNAVAILABLE : McpFailure.BROKEN;
  }

  static McpFailure ofStatus(int status) {
    if (status >= SERVER_ERROR || status == TOO_MANY) {
      return McpFailure.UNAVAILABLE;
    }
    return status >= 300 && status <= 499 ? McpFailure.REFUSED : McpFailure.BROKEN;
  }

  static boolean isForgotten(int status) {
    return status == NO_SUCH_THING;
  }
}
