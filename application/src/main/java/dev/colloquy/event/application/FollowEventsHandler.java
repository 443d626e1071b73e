package dev.colloquy.event.application;

import dev.colloquy.event.domain.StreamItem;
import dev.colloquy.event.domain.port.in.FollowEvents;
import dev.colloquy.event.domain.port.out.EventFeed;
import dev.colloquy.shared.domain.KeyScope;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;

/** Opens the feed to those who may read. */
public final class FollowEventsHandler implements FollowEvents {

  private final EventFeed feed;

  public FollowEventsHandler(EventFeed feed) {
    this.feed = feed;
  }

  @Override
  public Flow.Publisher<StreamItem> handle(Query query, Executor executor) {
    return query.reader().actor().has(KeyScope.READ)
        ? feed.follow(query.reader(), query.after(), executor)
        : new RefusedStream(Reading.denied(), executor);
  }
}
