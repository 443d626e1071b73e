package dev.colloquy.model.adapter.llm;

import dev.colloquy.model.domain.ModelCall;
import dev.colloquy.model.domain.ModelCallFailed.Fault;
import dev.colloquy.model.domain.ModelEvent;
import dev.colloquy.model.domain.port.out.LanguageModel;
import io.vertx.core.Vertx;
import java.util.concurrent.Flow;

/** Speaks with every kind of provider. */
public final class VertxLanguageModel implements LanguageModel {

  private final Vertx vertx;

  public VertxLanguageModel(Vertx vertx) {
    this.vertx = vertx;
  }

  @Override
  public Flow.Publisher<ModelEvent> answer(ModelCall call) {
    return Answer.from(vertx, outlet -> source(call, outlet));
  }

  private static Source source(ModelCall call, Outlet outlet) {
    return switch (call.endpoint().kind()) {
      case REHEARSAL -> Rehearsal.source(call, outlet);
      case OPENAI, ANTHROPIC, OLLAMA, OPENAI_COMPATIBLE ->
          new Refusal(Failures.of(Fault.UNAVAILABLE), outlet);
    };
  }
}
