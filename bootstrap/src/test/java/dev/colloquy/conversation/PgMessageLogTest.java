package dev.colloquy.conversation;

import dev.colloquy.bootstrap.testing.PostgresTestResource;
import dev.colloquy.conversation.testkit.AccessMatrix;
import dev.colloquy.conversation.testkit.ConversationGround;
import dev.colloquy.conversation.testkit.MessageLogContract;
import dev.colloquy.conversation.testkit.MessageLogRaces;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class PgMessageLogTest implements MessageLogContract, MessageLogRaces, AccessMatrix {

  @Inject PgGround ground;

  @Override
  public ConversationGround ground() {
    return ground;
  }
}
