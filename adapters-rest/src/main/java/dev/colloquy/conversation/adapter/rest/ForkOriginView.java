package dev.colloquy.conversation.adapter.rest;

import dev.colloquy.conversation.domain.ForkOrigin;
import java.util.UUID;

/** Where a fork comes from: the conversation, and the last message that was copied. */
record ForkOriginView(UUID conversationId, long seq) {

  static ForkOriginView of(ForkOrigin origin) {
    return new ForkOriginView(origin.conversation().value(), origin.seq());
  }
}
