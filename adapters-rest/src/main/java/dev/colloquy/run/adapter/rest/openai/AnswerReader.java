package dev.colloquy.run.adapter.rest.openai;

import dev.colloquy.model.domain.ModelEvent;
import java.util.concurrent.Flow;

/** Whoever takes an answer, piece by piece. */
interface AnswerReader extends Flow.Subscriber<ModelEvent> {

  /** What came until now is void, and comes anew. */
  void restart();
}
