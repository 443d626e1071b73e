package dev.colloquy.model.adapter.llm;

import dev.colloquy.model.domain.ModelCallFailed;
import dev.colloquy.model.domain.ModelCallFailed.Fault;
import dev.colloquy.model.domain.port.out.Admission;
import dev.colloquy.shared.domain.Cause;
import io.vertx.core.impl.ContextInternal;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Begins what it stands before only where it is admitted. */
final class Admitted implements Source {

  private final Admission admission;
  private final ContextInternal context;
  private final Source source;
  private final Consumer<ModelCallFailed> turnedAway;
  private boolean started;
  private boolean stopped;

  /**
   * @param turnedAway hears why it was not admitted; the source has not begun then, and never does
   */
  Admitted(
      Admission admission, Outlet outlet, Source source, Consumer<ModelCallFailed> turnedAway) {
    this.admission = admission;
    this.context = (ContextInternal) outlet.context();
    this.source = source;
    this.turnedAway = turnedAway;
  }

  @Override
  public void start() {
    admission.ask().whenComplete((free, failure) -> context.emit(failure, this::answered));
  }

  private void answered(@Nullable Throwable failure) {
    if (stopped) {
      return;
    }
    if (failure == null) {
      started = true;
      source.start();
    } else {
      turnedAway.accept(
          Cause.of(failure) instanceof ModelCallFailed refused
              ? refused
              : Failures.of(Fault.UNAVAILABLE));
    }
  }

  @Override
  public void pause() {
    if (started) {
      source.pause();
    }
  }

  @Override
  public void resume() {
    if (started) {
      source.resume();
    }
  }

  @Override
  public void stop() {
    stopped = true;
    if (started) {
      source.stop();
    }
  }
}
