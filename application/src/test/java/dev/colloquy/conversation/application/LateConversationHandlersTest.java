package dev.colloquy.conversation.application;

/** The same on adapters that complete late, on other threads. */
final class LateConversationHandlersTest extends ConversationHandlersTest {

  @Override
  ConversationWorld world() {
    return ConversationWorld.late();
  }
}
