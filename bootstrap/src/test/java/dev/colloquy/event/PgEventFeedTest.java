package dev.colloquy.event;

import dev.colloquy.event.testkit.EventFeedContract;
import dev.colloquy.event.testkit.FeedWorld;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PgEventFeedTest implements EventFeedContract {

  private final FeedDatabase database = new FeedDatabase();
  private final FeedWorld world = new PgFeedWorld(database, database.startNode());

  @Override
  public FeedWorld world() {
    return world;
  }

  @AfterAll
  void stop() {
    database.close();
  }
}
