package dev.colloquy.run.domain.port.out;

import dev.colloquy.run.domain.Summary;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.ConversationId;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Summaries as they are kept: one of each conversation. */
public interface Summaries {

  CompletionStage<Optional<Summary>> find(ConversationId conversation);

  /**
   * Takes the place of the one before, with its event; in a unit of work. One that stands for more
   * stays, and nothing happens.
   */
  CompletionStage<Summary> save(Change<Summary> written);
}
