package dev.colloquy.search.testkit;

import dev.colloquy.conversation.testkit.ConversationGround;
import dev.colloquy.conversation.testkit.InMemoryGround;
import dev.colloquy.search.domain.port.out.SearchReadModel;

final class InMemorySearchTest implements SearchContract {

  private final InMemoryGround ground = new InMemoryGround();

  @Override
  public ConversationGround ground() {
    return ground;
  }

  @Override
  public SearchReadModel search() {
    return new InMemorySearch(ground.database(), ground.conversations(), ground.messages());
  }
}
