package dev.colloquy.model.adapter.llm;

import dev.colloquy.model.domain.ModelCallFailed;

/** The source of a call that cannot even be made. */
record Refusal(ModelCallFailed failure, Outlet outlet) implements Source {

  @Override
  public void start() {
    outlet.failed(failure);
  }

  @Override
  public void pause() {
    // there is nothing to hold
  }

  @Override
  public void resume() {
    // there is nothing to hold
  }

  @Override
  public void stop() {
    // there is nothing to let go of
  }
}
