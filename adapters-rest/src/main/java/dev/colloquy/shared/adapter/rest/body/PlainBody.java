package dev.colloquy.shared.adapter.rest.body;

import dev.colloquy.shared.adapter.rest.request.Arrival;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.function.Function;

/** The JSON body of a plain route, bound as strictly as REST's. */
public final class PlainBody {

  private PlainBody() {}

  /** Takes the body in; to be installed before whoever binds it. */
  public static Handler<RoutingContext> reader() {
    return BodyHandler.create(false).setBodyLimit(JsonBodyReader.MAX_BYTES);
  }

  /** Fails as {@link Fields#bind} does. */
  public static <T> T bind(RoutingContext exchange, Function<Fields, T> from) {
    Buffer buffer = exchange.body().buffer();
    byte[] body = buffer == null ? new byte[0] : buffer.getBytes();
    Arrival.keepBody(exchange, body);
    return Fields.bind(body, from);
  }
}
