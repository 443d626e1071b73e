package dev.colloquy.model.adapter.llm;

import dev.colloquy.model.domain.FinishReason;
import dev.colloquy.model.domain.ModelCallFailed;
import dev.colloquy.model.domain.ModelEvent;
import io.vertx.core.Context;

/** Closes the breaker of a provider that has given a whole answer. */
record Acquitting(Breaker breaker, Outlet outlet) implements Outlet {

  @Override
  public Context context() {
    return outlet.context();
  }

  @Override
  public boolean wants() {
    return outlet.wants();
  }

  @Override
  public void add(ModelEvent piece) {
    outlet.add(piece);
  }

  @Override
  public void finished(FinishReason reason) {
    breaker.close();
    outlet.finished(reason);
  }

  @Override
  public void failed(ModelCallFailed failure) {
    outlet.failed(failure);
  }
}
