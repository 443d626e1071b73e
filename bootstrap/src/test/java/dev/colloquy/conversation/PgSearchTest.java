package dev.colloquy.conversation;

import dev.colloquy.bootstrap.testing.PostgresTestResource;
import dev.colloquy.conversation.testkit.ConversationGround;
import dev.colloquy.search.adapter.persistence.PgSearchReadModel;
import dev.colloquy.search.domain.port.out.SearchReadModel;
import dev.colloquy.search.testkit.SearchContract;
import dev.colloquy.shared.adapter.persistence.Sql;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

/** Stands beside the conversations that it looks through. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class PgSearchTest implements SearchContract {

  @Inject PgGround ground;
  @Inject Sql sql;

  @Override
  public ConversationGround ground() {
    return ground;
  }

  @Override
  public SearchReadModel search() {
    return new PgSearchReadModel(sql);
  }
}
