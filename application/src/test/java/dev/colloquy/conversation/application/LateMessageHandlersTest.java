package dev.colloquy.conversation.application;

/** The same on adapters that complete late, on other threads. */
final class LateMessageHandlersTest extends MessageHandlersTest {

  @Override
  ConversationWorld world() {
    return ConversationWorld.late();
  }
}
