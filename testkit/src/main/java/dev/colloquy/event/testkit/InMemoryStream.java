package dev.colloquy.event.testkit;

import dev.colloquy.event.domain.Reader;
import dev.colloquy.event.domain.StreamItem;
import dev.colloquy.event.domain.StreamItem.Connected;
import dev.colloquy.event.domain.StreamItem.Gap;
import dev.colloquy.event.domain.StreamItem.Happened;
import dev.colloquy.shared.domain.DomainException;
import dev.colloquy.shared.domain.RecordedEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;

/** A cursor in the feed in memory; on its executor only. */
final class InMemoryStream implements Flow.Subscription {

  private final InMemoryEventFeed feed;
  private final Reader reader;
  private final Executor executor;
  private final Flow.Subscriber<? super StreamItem> subscriber;
  private final Deque<StreamItem> first = new ArrayDeque<>();
  private long cursor;
  private long demand;
  private boolean pumping;
  private boolean ended;
  private Optional<DomainException> refusal = Optional.empty();

  InMemoryStream(
      InMemoryEventFeed feed,
      Reader reader,
      Executor executor,
      Flow.Subscriber<? super StreamItem> subscriber) {
    this.feed = feed;
    this.reader = reader;
    this.executor = executor;
    this.subscriber = subscriber;
  }

  void open(OptionalLong after) {
    refusal = feed.refusal(reader);
    long head = feed.admit(this);
    cursor = Math.min(after.orElse(head), head);
    first.add(new Connected(cursor));
    if (after.isPresent() && after.getAsLong() > head) {
      first.add(new Gap(head + 1, after.getAsLong(), head));
    }
    executor.execute(
        () -> {
          subscriber.onSubscribe(this);
          refusal.ifPresentOrElse(this::fail, this::give);
        });
  }

  void pump() {
    executor.execute(this::give);
  }

  @Override
  public void request(long items) {
    demand = demand + items < 0 ? Long.MAX_VALUE : demand + items;
    give();
  }

  @Override
  public void cancel() {
    ended = true;
    feed.forget(this);
  }

  private void give() {
    if (pumping || ended || refusal.isPresent()) {
      return;
    }
    pumping = true;
    while (!ended && demand > 0 && step()) {
      demand--;
    }
    pumping = false;
    if (!ended && feed.refusal(reader).isPresent()) {
      cancel();
      subscriber.onComplete();
    }
  }

  private boolean step() {
    StreamItem told = first.poll();
    if (told != null) {
      subscriber.onNext(told);
      return true;
    }
    Optional<RecordedEvent> next = feed.next(reader, cursor);
    next.ifPresent(
        event -> {
          cursor = event.position();
          subscriber.onNext(new Happened(event));
        });
    return next.isPresent();
  }

  private void fail(DomainException refusal) {
    cancel();
    subscriber.onError(refusal);
  }
}
