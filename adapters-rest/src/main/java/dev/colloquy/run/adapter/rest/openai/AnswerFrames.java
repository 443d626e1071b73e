package dev.colloquy.run.adapter.rest.openai;

import dev.colloquy.model.domain.ModelEvent;
import dev.colloquy.shared.domain.DomainException;
import io.vertx.core.buffer.Buffer;

/** Writes one answer as a stream of one of the protocol's kinds; it knows what it has written. */
interface AnswerFrames {

  /** The frames of a piece; empty for one that is not shown. */
  Buffer of(ModelEvent event);

  /** What is said where the answer breaks off. */
  Buffer broken(DomainException refusal);
}
