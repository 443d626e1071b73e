package dev.colloquy.event.adapter.persistence;

import dev.colloquy.event.domain.Fleeting;
import dev.colloquy.event.domain.Reader;
import dev.colloquy.event.domain.StreamItem;
import dev.colloquy.event.domain.StreamItem.Happened;
import dev.colloquy.event.domain.StreamItem.Quiet;
import dev.colloquy.shared.domain.CommonException.Unavailable;
import dev.colloquy.shared.domain.RecordedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * One reader who follows the feed: a cursor. Where he has caught up, events are pushed to him;
 * where he has not, he pulls them by demand, older ones from the table and newer ones from the
 * ring. On his executor only.
 */
final class FeedStream implements Flow.Subscription {

  /** How much of the table is held for a reader who catches up. */
  static final int PORTION = 64;

  static final long PORTION_BYTES = 192 * 1024;

  private static final int RING_PORTION = 256;

  private enum Mode {
    /** What comes from the database is under way. */
    LOADING,
    /** Older than what the ring holds. */
    TABLE,
    /** Within the ring, waiting for demand. */
    RING,
    /** Nothing waits. */
    LIVE,
    ENDED
  }

  final Reader reader;
  final Executor executor;

  /** When in a period it is told how far the feed is. */
  final int slot;

  private final PgEventFeed feed;
  private final Flow.Subscriber<? super StreamItem> subscriber;

  private Mode mode = Mode.LOADING;
  private Iterator<StreamItem> pending = Collections.emptyIterator();
  private long pendingUpTo;
  private long cursor;
  private long demand;
  private long delivered;
  private long deliveredAtTick = -1;
  private boolean draining;
  private @Nullable FanOut fanOut;
  private @Nullable LocalUser user;

  FeedStream(
      PgEventFeed feed,
      Reader reader,
      Executor executor,
      int slot,
      Flow.Subscriber<? super StreamItem> subscriber) {
    this.feed = feed;
    this.reader = reader;
    this.executor = executor;
    this.slot = slot;
    this.subscriber = subscriber;
  }

  @Override
  public void request(long items) {
    if (items <= 0) {
      fail(new IllegalArgumentException("demand must be positive"));
      return;
    }
    demand = demand + items < 0 ? Long.MAX_VALUE : demand + items;
    drain();
  }

  @Override
  public void cancel() {
    end();
  }

  /** The beginning: what the first look into the table has found. */
  void opened(FanOut node, LocalUser reading, Beginning beginning) {
    fanOut = node;
    user = reading;
    cursor = beginning.start();
    hold(beginning.items(), beginning.seen());
  }

  /** A further look into the table. */
  void loaded(FeedQueries.Seen seen) {
    hold(List.of(), seen);
  }

  /** An event that this reader wants and may see; he has been offered all before it. */
  void offer(RecordedEvent event) {
    if (mode != Mode.LIVE || event.position() <= cursor) {
      return;
    }
    if (demand == 0) {
      cursor = event.position() - 1;
      mode = Mode.RING;
      return;
    }
    cursor = event.position();
    deliver(new Happened(event));
  }

  /** Now and then: a waiting reader hears how far the feed is, one who takes nothing is let go. */
  void tick(long scanned) {
    if (demand > 0 && mode == Mode.LIVE) {
      cursor = Math.max(cursor, scanned);
      deliver(new Quiet(cursor));
    } else if (demand == 0 && delivered == deliveredAtTick) {
      fail(new Unavailable());
    }
    deliveredAtTick = delivered;
  }

  /** The reader has lost his right. */
  void complete() {
    if (end()) {
      subscriber.onComplete();
    }
  }

  void fail(Throwable failure) {
    if (end()) {
      subscriber.onError(failure);
    }
  }

  private boolean end() {
    if (mode == Mode.ENDED) {
      return false;
    }
    mode = Mode.ENDED;
    pending = Collections.emptyIterator();
    feed.forget(this);
    return true;
  }

  private void hold(List<StreamItem> first, FeedQueries.Seen seen) {
    if (mode == Mode.ENDED) {
      // ended while it was let in
      feed.forget(this);
      return;
    }
    List<StreamItem> items = new ArrayList<>(first);
    seen.events().forEach(event -> items.add(new Happened(event)));
    pending = items.iterator();
    pendingUpTo = seen.scanned();
    mode = Mode.TABLE;
    drain();
  }

  private void drain() {
    if (draining) {
      return;
    }
    draining = true;
    try {
      while (demand > 0 && step()) {
        // goes on as long as there is both demand and something to give
      }
    } finally {
      draining = false;
    }
  }

  /** Goes one step on; false where nothing can be given now. */
  private boolean step() {
    if (pending.hasNext()) {
      StreamItem item = pending.next();
      cursor = Math.max(cursor, item.position());
      deliver(item);
      return true;
    }
    return switch (mode) {
      case TABLE -> beyondTable();
      case RING -> fromRing();
      case LOADING, LIVE, ENDED -> false;
    };
  }

  private boolean beyondTable() {
    pending = Collections.emptyIterator();
    cursor = Math.max(cursor, pendingUpTo);
    if (ring().reachesBackTo(cursor)) {
      mode = Mode.RING;
      return true;
    }
    mode = Mode.LOADING;
    feed.load(this, cursor);
    return false;
  }

  private boolean fromRing() {
    List<RecordedEvent> events;
    try {
      events = ring().after(cursor, RING_PORTION);
    } catch (IllegalArgumentException overtaken) {
      fail(new Unavailable());
      return false;
    }
    for (RecordedEvent event : events) {
      cursor = event.position();
      if (isHis(event)) {
        deliver(new Happened(event));
        if (demand == 0 || mode == Mode.ENDED) {
          return false;
        }
      }
    }
    if (events.size() < RING_PORTION) {
      mode = Mode.LIVE;
    }
    return true;
  }

  private boolean isHis(RecordedEvent event) {
    return reader.wants(event)
        && reader.mayReach(event)
        && !Fleeting.isOver(event, Instant.now())
        && Objects.requireNonNull(fanOut).sight().shows(event, Objects.requireNonNull(user));
  }

  private Ring ring() {
    return Objects.requireNonNull(fanOut).ring();
  }

  private void deliver(StreamItem item) {
    demand--;
    delivered++;
    subscriber.onNext(item);
  }
}
