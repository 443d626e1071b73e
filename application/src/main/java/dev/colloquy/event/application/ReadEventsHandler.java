package dev.colloquy.event.application;

import dev.colloquy.event.domain.EventPage;
import dev.colloquy.event.domain.port.in.ReadEvents;
import dev.colloquy.event.domain.port.out.EventFeed;
import java.util.concurrent.CompletionStage;

/** Lets keys that may read have their page; the feed itself knows who sees what. */
public final class ReadEventsHandler implements ReadEvents {

  private final EventFeed feed;

  public ReadEventsHandler(EventFeed feed) {
    this.feed = feed;
  }

  @Override
  public CompletionStage<EventPage> handle(Query query) {
    return Reading.by(query.reader().actor())
        .thenCompose(allowed -> feed.page(query.reader(), query.after(), query.limit()));
  }
}
