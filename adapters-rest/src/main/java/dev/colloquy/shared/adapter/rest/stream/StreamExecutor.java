package dev.colloquy.shared.adapter.rest.stream;

import io.vertx.core.Context;
import io.vertx.core.impl.ContextInternal;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.Executor;

/** The event loop of a connection; the same for all connections that share it. */
public record StreamExecutor(Context context) implements Executor {

  public static StreamExecutor of(RoutingContext exchange) {
    ContextInternal here = (ContextInternal) exchange.vertx().getOrCreateContext();
    return new StreamExecutor(here.unwrap());
  }

  @Override
  public void execute(Runnable task) {
    context.runOnContext(later -> task.run());
  }
}
