package dev.colloquy.conversation.adapter.rest;

import dev.colloquy.conversation.domain.Content;
import dev.colloquy.conversation.domain.Message;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That input was taken, and where it is now; the one answer with an envelope. */
record InputView(String status, Data data) {

  /** The input with the message that it became. */
  record Data(
      @Nullable String content,
      Map<String, @Nullable Object> metadata,
      UUID conversationId,
      UUID messageId) {}

  static InputView of(Message message) {
    return new InputView(
        "received",
        new Data(
            message.content().map(Content::value).orElse(null),
            message.metadata().values(),
            message.conversation().value(),
            message.id().value()));
  }
}
