package dev.colloquy.event.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.colloquy.shared.domain.Audience;
import dev.colloquy.shared.domain.RecordedEvent;
import dev.colloquy.shared.domain.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class RingTest {

  @Test
  void givesWhatCameAfterAPosition() {
    Ring ring = new Ring(10_000, 40);
    add(ring, 41, 43, 10);

    assertThat(positions(ring.after(41, 10))).containsExactly(42L, 43L);
    assertThat(positions(ring.after(40, 2))).containsExactly(41L, 42L);
    assertThat(ring.after(43, 10)).isEmpty();
    assertThat(ring.after(99, 10)).isEmpty();
    assertThat(ring.head()).isEqualTo(43);
  }

  @Test
  void letsGoOfTheOldestWhenItsBytesAreFull() {
    Ring ring = new Ring(100, 0);
    add(ring, 1, 20, 30);

    assertThat(ring.reachesBackTo(17)).isTrue();
    assertThat(ring.reachesBackTo(16)).isFalse();
    assertThat(positions(ring.after(17, 10))).containsExactly(18L, 19L, 20L);
    assertThatThrownBy(() -> ring.after(16, 10)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void keepsTheLastEventHoweverLargeItIs() {
    Ring ring = new Ring(100, 0);
    add(ring, 1, 1, 5_000);

    assertThat(positions(ring.after(0, 10))).containsExactly(1L);
  }

  @Test
  void growsWithManySmallEvents() {
    Ring ring = new Ring(1_000_000, 0);
    add(ring, 1, 5_000, 10);

    assertThat(positions(ring.after(0, 5_000)))
        .hasSize(5_000)
        .startsWith(1L)
        .endsWith(5_000L)
        .isSorted();
  }

  @Test
  void refusesAHole() {
    Ring ring = new Ring(100, 0);

    assertThatThrownBy(() -> ring.add(event(2), 1)).isInstanceOf(IllegalArgumentException.class);
  }

  private static void add(Ring ring, long from, long to, int bytes) {
    for (long position = from; position <= to; position++) {
      ring.add(event(position), bytes);
    }
  }

  private static List<Long> positions(List<RecordedEvent> events) {
    return events.stream().map(RecordedEvent::position).toList();
  }

  private static RecordedEvent event(long position) {
    return new RecordedEvent(
        position,
        UUID.randomUUID(),
        "a.b",
        1,
        Instant.EPOCH,
        "system",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new Subject("thing", UUID.randomUUID()),
        UUID.randomUUID(),
        new Audience.Nobody(),
        Map.of());
  }
}
