package dev.colloquy.conversation.domain.port.out;

import dev.colloquy.conversation.domain.Feedback;
import dev.colloquy.conversation.domain.Message;
import dev.colloquy.conversation.domain.MessageId;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** What people think of messages. Inside a unit of work only. */
public interface Feedbacks {

  CompletionStage<Optional<Feedback>> find(MessageId message, UserId user);

  /** Writes what the user thinks and the events, or nothing where nothing changed. */
  CompletionStage<Void> put(Message message, UserId user, Change<Feedback> given, Instant now);
}
