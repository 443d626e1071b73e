package dev.colloquy.event.testkit;

final class InMemoryEventFeedTest implements EventFeedContract {

  private final FeedWorld world = new InMemoryFeedWorld();

  @Override
  public FeedWorld world() {
    return world;
  }
}
