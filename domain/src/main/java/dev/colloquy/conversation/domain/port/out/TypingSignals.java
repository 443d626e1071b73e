package dev.colloquy.conversation.domain.port.out;

import dev.colloquy.conversation.domain.ReaderEvent;
import java.util.concurrent.CompletionStage;

/** Who was told to be writing, and when. Inside a unit of work only. */
public interface TypingSignals {

  /** Writes the event, unless one of the same user and conversation is younger than the pause. */
  CompletionStage<Void> signal(ReaderEvent.Typing typing);
}
