package dev.colloquy.shared.adapter.rest.body;

import dev.colloquy.shared.adapter.rest.request.Arrival;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.function.Function;

/** The JSON body of a plain route, bound as strictly as REST's. */
public final class PlainBody {

  private static final String AWAITED = PlainBody.class.getName();

  private PlainBody() {}

  /** Takes the body in; to be installed before whoever binds it. */
  public static Handler<RoutingContext> reader() {
    BodyHandler body = BodyHandler.create(false).setBodyLimit(JsonBodyReader.MAX_BYTES);
    return exchange -> {
      exchange.put(AWAITED, true);
      body.handle(exchange);
    };
  }

  /** Whether it is being taken in, so that what fails is the request and not its answer. */
  public static boolean isAwaited(RoutingContext exchange) {
    return Boolean.TRUE.equals(exchange.get(AWAITED)) && !exchange.request().isEnded();
  }

  /** Fails as {@link Fields#bind} does. */
  public static <T> T bind(RoutingContext exchange, Function<Fields, T> from) {
    Buffer buffer = exchange.body().buffer();
    byte[] body = buffer == null ? new byte[0] : buffer.getBytes();
    Arrival.keepBody(exchange, body);
    return Fields.bind(body, from);
  }
}
