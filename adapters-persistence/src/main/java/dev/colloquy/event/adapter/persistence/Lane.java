package dev.colloquy.event.adapter.persistence;

import dev.colloquy.shared.domain.RecordedEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * The streams that are served on one executor. Deliveries cross over to it in portions, so that an
 * event for ten thousand leaves room for other work in between. On the tailer's context only.
 */
final class Lane {

  private static final int PORTION = 256;

  final Executor executor;
  private final Set<FeedStream> streams = new HashSet<>();
  private List<FeedStream> to = new ArrayList<>();
  private List<RecordedEvent> what = new ArrayList<>();

  Lane(Executor executor) {
    this.executor = executor;
  }

  void add(FeedStream stream) {
    streams.add(stream);
  }

  void remove(FeedStream stream) {
    streams.remove(stream);
  }

  boolean isEmpty() {
    return streams.isEmpty();
  }

  void deliver(RecordedEvent event, FeedStream stream) {
    what.add(event);
    to.add(stream);
    if (to.size() == PORTION) {
      flush();
    }
  }

  /** Lets go of what was gathered; what is executed later comes after it. */
  void flush() {
    if (to.isEmpty()) {
      return;
    }
    List<FeedStream> streamsNow = to;
    List<RecordedEvent> eventsNow = what;
    to = new ArrayList<>();
    what = new ArrayList<>();
    executor.execute(
        () -> {
          for (int i = 0; i < streamsNow.size(); i++) {
            streamsNow.get(i).offer(eventsNow.get(i));
          }
        });
  }

  /** Tells those streams whose turn it is how far the feed was looked through for them. */
  void tick(int slot, long scanned) {
    List<FeedStream> turn = streams.stream().filter(stream -> stream.slot == slot).toList();
    if (!turn.isEmpty()) {
      executor.execute(() -> turn.forEach(stream -> stream.tick(scanned)));
    }
  }

  List<FeedStream> streams() {
    return List.copyOf(streams);
  }
}
