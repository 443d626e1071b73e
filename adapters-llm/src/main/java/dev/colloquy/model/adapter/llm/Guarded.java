package dev.colloquy.model.adapter.llm;

import dev.colloquy.model.domain.FinishReason;
import dev.colloquy.model.domain.ModelCallFailed;
import dev.colloquy.model.domain.ModelEvent;
import io.vertx.core.Context;
import java.util.Optional;
import java.util.function.Function;

/**
 * Begins what it stands before only where the provider's breaker lets it, and tells the breaker how
 * it went.
 */
final class Guarded implements Source, Outlet {

  private enum Progress {
    /** The breaker has not been asked, or has refused. */
    OUTSIDE,
    /** The provider has said nothing yet. */
    ASKED,
    ANSWERED
  }

  private final Breaker breaker;
  private final Outlet outlet;
  private final Source source;
  private Progress progress = Progress.OUTSIDE;

  Guarded(Breaker breaker, Outlet outlet, Function<Guarded, Source> source) {
    this.breaker = breaker;
    this.outlet = outlet;
    this.source = source.apply(this);
  }

  @Override
  public void start() {
    Optional<ModelCallFailed> refusal = breaker.refusal();
    if (refusal.isPresent()) {
      outlet.failed(refusal.get());
    } else {
      progress = Progress.ASKED;
      source.start();
    }
  }

  @Override
  public void pause() {
    source.pause();
  }

  @Override
  public void resume() {
    source.resume();
  }

  @Override
  public void stop() {
    source.stop();
    if (progress == Progress.ASKED) {
      progress = Progress.OUTSIDE;
      breaker.left();
    }
  }

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
    answered();
    outlet.add(piece);
  }

  @Override
  public void finished(FinishReason reason) {
    answered();
    outlet.finished(reason);
  }

  @Override
  public void failed(ModelCallFailed failure) {
    if (progress == Progress.ANSWERED) {
      breaker.brokeOff(failure);
    } else {
      progress = Progress.ANSWERED;
      breaker.failed(failure);
    }
    outlet.failed(failure);
  }

  /** It was not asked after all, and the breaker hears of nothing. */
  void turnedAway(ModelCallFailed refusal) {
    progress = Progress.OUTSIDE;
    breaker.left();
    outlet.failed(refusal);
  }

  private void answered() {
    if (progress == Progress.ASKED) {
      progress = Progress.ANSWERED;
      breaker.answered();
    }
  }
}
