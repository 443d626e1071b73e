package dev.colloquy.conversation.domain;

import dev.colloquy.shared.domain.ConversationId;

/**
 * Where a fork comes from.
 *
 * @param seq the last message that was copied; 0 where there was none
 */
public record ForkOrigin(ConversationId conversation, long seq) {}
