package dev.colloquy.conversation.domain.port.in;

import dev.colloquy.conversation.domain.Message;
import dev.colloquy.conversation.domain.MessageId;
import dev.colloquy.conversation.domain.MessagePatch;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.Precondition;
import java.util.concurrent.CompletionStage;

/** Changes what was said, or takes it back; for who said it, as long as he takes part. */
public interface ReviseMessage {

  /**
   * Keeps the earlier text as a revision. Fails with {@code NotFound}, {@code AccessDenied}, {@code
   * Archived}, {@code PreconditionFailed} or {@code Conflict}.
   */
  CompletionStage<Message> edit(Edit command);

  /**
   * Leaves the message's place without its text, its metadata and its revisions. Fails like an
   * edit.
   */
  CompletionStage<Void> delete(Delete command);

  record Edit(
      Actor.OfUser actor,
      ConversationId conversation,
      MessageId message,
      MessagePatch patch,
      Precondition precondition) {}

  record Delete(
      Actor.OfUser actor,
      ConversationId conversation,
      MessageId message,
      Precondition precondition) {}
}
