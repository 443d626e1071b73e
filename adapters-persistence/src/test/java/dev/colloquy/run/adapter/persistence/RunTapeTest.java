package dev.colloquy.run.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.run.domain.RunSignal;
import dev.colloquy.run.domain.StreamEntry;
import dev.colloquy.run.domain.StreamPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RunTapeTest {

  private static StreamEntry entry(int attempt, int offset) {
    return new StreamEntry(new StreamPlace(attempt, offset), RunSignal.said("word " + offset));
  }

  private static void commit(RunTape tape, StreamEntry... entries) {
    tape.append(List.of(entries), new ArrayList<>());
  }

  @Test
  void givesWhatFollowsAPlaceInItsOrder() {
    RunTape tape = new RunTape(new StreamPlace(1, 0));
    commit(tape, entry(1, 1), entry(1, 2));
    commit(tape, entry(1, 2), entry(1, 3));

    assertThat(tape.after(new StreamPlace(1, 1))).hasValue(List.of(entry(1, 2), entry(1, 3)));
    assertThat(tape.after(new StreamPlace(1, 3))).hasValue(List.of());
  }

  @Test
  void sendsThoseBehindAHoleToTheTable() {
    RunTape tape = new RunTape(new StreamPlace(1, 0));
    commit(tape, entry(1, 1));

    commit(tape, entry(1, 3));

    assertThat(tape.after(new StreamPlace(1, 1))).isEmpty();
    assertThat(tape.after(new StreamPlace(1, 2))).hasValue(List.of(entry(1, 3)));
  }

  @Test
  void sendsThoseToTheTableWhoMayHaveMissedTheEndOfALostAttempt() {
    RunTape tape = new RunTape(new StreamPlace(1, 0));
    commit(tape, entry(1, 1));

    tape.open(new StreamPlace(2, 0));

    assertThat(tape.after(new StreamPlace(1, 1))).describedAs("so far").hasValue(List.of());
    commit(tape, entry(2, 1));
    assertThat(tape.after(new StreamPlace(1, 1))).isEmpty();
    assertThat(tape.after(new StreamPlace(2, 0))).hasValue(List.of(entry(2, 1)));
  }

  @Test
  void letsGoOfTheOldestWhenItIsFull() {
    RunTape tape = new RunTape(new StreamPlace(1, 0));
    StreamEntry large =
        new StreamEntry(new StreamPlace(1, 1), RunSignal.said("x".repeat(200 * 1024)));
    commit(tape, large);
    IntStream.range(2, 1_000).forEach(offset -> commit(tape, entry(1, offset)));

    assertThat(tape.after(new StreamPlace(1, 0))).isEmpty();
    assertThat(tape.after(new StreamPlace(1, 998))).hasValue(List.of(entry(1, 999)));
  }
}
