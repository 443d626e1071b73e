package dev.colloquy.conversation.testkit;

final class InMemoryMessageLogTest implements MessageLogContract, MessageLogRaces, AccessMatrix {

  private final InMemoryGround ground = new InMemoryGround();

  @Override
  public ConversationGround ground() {
    return ground;
  }
}
