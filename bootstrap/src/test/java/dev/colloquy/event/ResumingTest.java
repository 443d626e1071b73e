package dev.colloquy.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.event.adapter.persistence.FeedNode;
import dev.colloquy.event.domain.EventFilter;
import dev.colloquy.event.domain.Reader;
import dev.colloquy.event.domain.StreamItem;
import dev.colloquy.event.domain.StreamItem.Gap;
import dev.colloquy.event.domain.StreamItem.Happened;
import dev.colloquy.event.testkit.Happening;
import dev.colloquy.event.testkit.StreamProbe;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.CommonException.Unavailable;
import dev.colloquy.shared.testkit.Actors;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Readers who come and go at random points, on two nodes, while others write. */
final class ResumingTest {

  private final FeedDatabase database = new FeedDatabase();
  // the second node's ring is so small that most who come back are served from the table
  private final List<FeedNode> nodes =
      List.of(database.startNode(), database.startNode(20L * 1024));
  private final PgFeedWorld world = new PgFeedWorld(database, nodes.getFirst());
  private final Random random = new Random(42);

  @AfterEach
  void stop() {
    database.close();
  }

  @Test
  void losesRepeatsAndReordersNothing() {
    readInPieces(600, 100);
  }

  @Test
  @Tag("faults")
  void losesRepeatsAndReordersNothingInTenThousandPieces() {
    readInPieces(60_000, 10_000);
  }

  @Test
  void tellsOfAGapBelowTheFloor() {
    Actor.Person mary = world.someone();
    world.happened(Happening.to(mary.user(), "1"), Happening.to(mary.user(), "2"));
    database.execute("update feed_head set floor = 1");

    try (StreamProbe stream = follow(nodes.getFirst(), mary, 0).awaitNote("2")) {
      assertThat(stream.items()).contains(new Gap(1, 1, 1));
    }
  }

  @Test
  @Tag("faults")
  void letsAReaderGoWhoTakesNothingAndServesTheOthers() {
    Actor.Person mary = world.someone();
    try (StreamProbe slow = StreamProbe.of(1, it -> publisher(nodes.getFirst(), mary, 0, it));
        StreamProbe quick = follow(nodes.getFirst(), mary, 0)) {
      for (int i = 1; i <= 500; i++) {
        database.write(Happening.to(mary.user(), String.valueOf(i)));
      }
      nodes.getFirst().wakeup().run();

      quick.awaitNote("500");
      assertThat(slow.end())
          .failsWithin(Duration.ofSeconds(40))
          .withThrowableThat()
          .withCauseInstanceOf(Unavailable.class);
      assertThat(slow.items()).hasSize(1);
      assertThat(quick.end().toCompletableFuture()).isNotDone();
    }
  }

  private void readInPieces(int events, int pieces) {
    Actor.Person mary = world.someone();
    long last = database.lastPosition();
    CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> write(mary, events));
    List<String> seen = new ArrayList<>();
    int connections = 0;
    while (seen.size() < events) {
      FeedNode node = nodes.get(random.nextInt(nodes.size()));
      try (StreamProbe stream = piece(node, mary, last, events / pieces)) {
        for (StreamItem item : stream.items()) {
          assertThat(item).isNotInstanceOf(Gap.class);
          assertThat(item.position()).isGreaterThanOrEqualTo(last);
          last = item.position();
          if (item instanceof Happened happened) {
            seen.add(String.valueOf(happened.event().data().get("note")));
          }
        }
      }
      connections++;
    }
    writing.join();

    assertThat(connections).isGreaterThanOrEqualTo(pieces);
    assertThat(seen)
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, events).mapToObj(String::valueOf).toList());
  }

  /** Reads up to a number of events, or breaks off before the first. */
  private StreamProbe piece(FeedNode node, Actor.Person reader, long after, int most) {
    int wanted = random.nextInt(most + 1);
    StreamProbe stream =
        StreamProbe.of(1 + wanted, executor -> publisher(node, reader, after, executor));
    return wanted == 0 || random.nextBoolean()
        ? stream.awaitConnected()
        : stream.awaitItems(items -> items.size() >= 2 || database.lastPosition() <= after);
  }

  private void write(Actor.Person reader, int events) {
    for (int i = 1; i <= events; i++) {
      database.write(
          Happening.to(Actors.anyUser(), "noise"), Happening.to(reader.user(), String.valueOf(i)));
      nodes.get(i % nodes.size()).wakeup().run();
    }
  }

  private static StreamProbe follow(FeedNode node, Actor.Person reader, long after) {
    return StreamProbe.of(Long.MAX_VALUE, executor -> publisher(node, reader, after, executor));
  }

  private static Flow.Publisher<StreamItem> publisher(
      FeedNode node, Actor.Person reader, long after, Executor executor) {
    return node.feed()
        .follow(
            new Reader(reader, Optional.empty(), EventFilter.all()),
            OptionalLong.of(after),
            executor);
  }
}
