package dev.colloquy.conversation;

import dev.colloquy.bootstrap.testing.PostgresTestResource;
import dev.colloquy.conversation.testkit.ConversationGround;
import dev.colloquy.conversation.testkit.ConversationReadModelContract;
import dev.colloquy.conversation.testkit.ConversationsContract;
import dev.colloquy.conversation.testkit.MessagesContract;
import dev.colloquy.conversation.testkit.ReadersContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class PgConversationsTest
    implements ConversationsContract,
        MessagesContract,
        ReadersContract,
        ConversationReadModelContract {

  @Inject PgGround ground;

  @Override
  public ConversationGround ground() {
    return ground;
  }
}
