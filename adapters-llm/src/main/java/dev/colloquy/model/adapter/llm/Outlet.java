package dev.colloquy.model.adapter.llm;

import dev.colloquy.model.domain.FinishReason;
import dev.colloquy.model.domain.ModelCallFailed;
import dev.colloquy.model.domain.ModelEvent;
import io.vertx.core.Context;

/** Where a source puts the pieces of its answer; used on its context only. */
interface Outlet {

  Context context();

  /** Whether a piece would be taken at once. */
  boolean wants();

  /** One more piece; held where nobody wants it yet. */
  void add(ModelEvent piece);

  /** The answer is whole; the source has ended. */
  void finished(FinishReason reason);

  /** There will be no more of the answer; the source has ended. */
  void failed(ModelCallFailed failure);
}
