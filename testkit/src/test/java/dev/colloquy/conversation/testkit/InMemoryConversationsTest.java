package dev.colloquy.conversation.testkit;

final class InMemoryConversationsTest
    implements ConversationsContract,
        MessagesContract,
        ReadersContract,
        ConversationReadModelContract {

  private final InMemoryGround ground = new InMemoryGround();

  @Override
  public ConversationGround ground() {
    return ground;
  }
}
