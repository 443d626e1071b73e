package dev.colloquy.model.adapter.llm;

import dev.colloquy.model.domain.ModelCallFailed;
import dev.colloquy.model.domain.ModelCallFailed.Fault;
import dev.colloquy.shared.adapter.llm.AddressRefused;
import io.vertx.core.VertxException;
import io.vertx.core.http.HttpClosedException;
import java.io.IOException;
import java.net.ConnectException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** What it means that a connection failed before an answer began. */
final class Connections {

  private Connections() {}

  static ModelCallFailed failure(Throwable cause) {
    if (cause instanceof ModelCallFailed known) {
      return known;
    }
    if (cause instanceof AddressRefused) {
      return Failures.of(Fault.ADDRESS_REFUSED);
    }
    boolean unreachable =
        cause instanceof IOException
            || cause instanceof VertxException
            || cause instanceof TimeoutException;
    // the rest is what the client's codec says of bytes that are no HTTP
    return Failures.of(unreachable ? Fault.UNAVAILABLE : Fault.BROKEN);
  }

  /** Whether there was a connection, and it closed without a word. */
  static boolean isLost(Throwable cause) {
    return cause instanceof HttpClosedException
        || (cause instanceof IOException
            && !(cause instanceof ConnectException || cause instanceof SSLException));
  }
}
