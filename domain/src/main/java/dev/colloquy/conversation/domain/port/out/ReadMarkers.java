package dev.colloquy.conversation.domain.port.out;

import dev.colloquy.conversation.domain.ReadMarker;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.UserId;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** How far everybody has read. Inside a unit of work only. */
public interface ReadMarkers {

  CompletionStage<Optional<ReadMarker>> find(ConversationId conversation, UserId user);

  /** Writes the marker and its events, or nothing where nothing changed. */
  CompletionStage<Void> put(Change<ReadMarker> moved);
}
