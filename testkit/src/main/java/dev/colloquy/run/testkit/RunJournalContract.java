package dev.colloquy.run.testkit;

import static dev.colloquy.conversation.testkit.ConversationFixtures.NOON;
import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.run.domain.Ending;
import dev.colloquy.run.domain.HeldRun;
import dev.colloquy.run.domain.Run;
import dev.colloquy.run.domain.RunId;
import dev.colloquy.run.domain.RunSignal;
import dev.colloquy.run.domain.Spent;
import dev.colloquy.run.domain.StreamEntry;
import dev.colloquy.run.domain.StreamPlace;
import dev.colloquy.run.domain.port.out.RunJournal;
import dev.colloquy.run.domain.port.out.RunJournal.Pen;
import dev.colloquy.shared.domain.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every journal of runs does. */
public interface RunJournalContract {

  RunGround ground();

  private HeldRun held() {
    return ground().held(UUID.randomUUID(), ground().talk());
  }

  private Pen pen(HeldRun held) {
    return ground().journal().open(held.run(), held.hold());
  }

  /** One after the other, so that each is an entry of its own. */
  private static void say(Pen pen, String... words) {
    for (String word : words) {
      assertThat(valueOf(pen.write(RunSignal.said(word)))).isTrue();
    }
  }

  private void end(HeldRun held, Pen pen) {
    pen.close();
    Change<Run> ended =
        held.run().end(new Ending.CalledOff(), Optional.empty(), Spent.NOTHING, NOON);
    valueOf(
        ground()
            .talks()
            .unitOfWork()
            .inTransaction(
                () ->
                    ground()
                        .runs()
                        .end(held.hold(), ended, List.of(RunSignal.ended(ended.now())))));
  }

  private List<StreamEntry> page(RunId run, StreamPlace after, int limit) {
    return valueOf(ground().journal().page(run, after, limit));
  }

  private static List<String> texts(List<StreamEntry> entries) {
    return entries.stream()
        .filter(it -> it.signal().type() == RunSignal.Type.DELTA)
        .map(it -> String.valueOf(it.signal().data().get("content")))
        .toList();
  }

  private RunStreamProbe follow(RunId run, StreamPlace after) {
    return follow(ground().journal(), run, after);
  }

  private static RunStreamProbe follow(RunJournal journal, RunId run, StreamPlace after) {
    return RunStreamProbe.of(Long.MAX_VALUE, executor -> journal.follow(run, after, executor));
  }

  private static List<StreamEntry> all(RunStreamProbe probe) {
    valueOf(probe.end().thenApply(done -> true));
    return probe.entries();
  }

  @Test
  default void keepsWhatIsWrittenInItsPlace() {
    HeldRun held = held();
    Pen pen = pen(held);

    valueOf(pen.write(RunSignal.begun(held.run())));
    say(pen, "Hm", ", yes");

    assertThat(page(held.run().id(), StreamPlace.BEGINNING, 200))
        .containsExactly(
            new StreamEntry(new StreamPlace(1, 1), RunSignal.begun(held.run())),
            new StreamEntry(new StreamPlace(1, 2), RunSignal.said("Hm")),
            new StreamEntry(new StreamPlace(1, 3), RunSignal.said(", yes")));
  }

  @Test
  default void showsAPageAfterAnyPlace() {
    HeldRun held = held();
    say(pen(held), "a", "b", "c");

    assertThat(texts(page(held.run().id(), StreamPlace.BEGINNING, 2))).containsExactly("a", "b");
    assertThat(texts(page(held.run().id(), new StreamPlace(1, 2), 2))).containsExactly("c");
    assertThat(page(held.run().id(), new StreamPlace(1, 3), 2)).isEmpty();
  }

  @Test
  default void showsTheSameOnceTheRunHasEnded() {
    HeldRun held = held();
    Pen pen = pen(held);
    say(pen, "a", "b");
    List<StreamEntry> before = page(held.run().id(), StreamPlace.BEGINNING, 200);

    end(held, pen);

    List<StreamEntry> after = page(held.run().id(), StreamPlace.BEGINNING, 200);
    assertThat(after).startsWith(before.toArray(StreamEntry[]::new)).hasSize(3);
    assertThat(after.getLast().place()).isEqualTo(new StreamPlace(1, 3));
    assertThat(after.getLast().signal().type()).isEqualTo(RunSignal.Type.CANCELLED);
    assertThat(texts(page(held.run().id(), new StreamPlace(1, 1), 200))).containsExactly("b");
  }

  @Test
  default void writesNothingForAHoldThatIsNotTheLatest() {
    RunTalk talk = ground().talk();
    HeldRun stale = ground().held(UUID.randomUUID(), talk);
    Pen lost = pen(stale);
    say(lost, "a");
    ground().lose(stale.hold().node());
    HeldRun latest = ground().takenUp(UUID.randomUUID(), talk).getFirst();

    assertThat(valueOf(lost.write(RunSignal.said("too late")))).isFalse();
    say(pen(latest), "again");

    assertThat(page(stale.run().id(), StreamPlace.BEGINNING, 200))
        .containsExactly(
            new StreamEntry(new StreamPlace(1, 1), RunSignal.said("a")),
            new StreamEntry(new StreamPlace(2, 1), RunSignal.said("again")));
  }

  @Test
  default void writesNothingForARunThatHasEnded() {
    HeldRun held = held();
    Pen pen = pen(held);
    end(held, pen);

    Pen another = pen(held);

    assertThat(valueOf(another.write(RunSignal.said("too late")))).isFalse();
    assertThat(texts(page(held.run().id(), StreamPlace.BEGINNING, 200))).isEmpty();
    another.close();
  }

  @Test
  default void tellsAFollowerAllThatComesAndCompletes() {
    HeldRun held = held();
    Pen pen = pen(held);

    try (RunStreamProbe probe = follow(held.run().id(), StreamPlace.BEGINNING)) {
      say(pen, "a");
      probe.awaitEntries(1);
      say(pen, "b");
      end(held, pen);

      valueOf(probe.end().thenApply(done -> true));
      assertThat(probe.entries())
          .isEqualTo(page(held.run().id(), StreamPlace.BEGINNING, 200))
          .hasSize(3);
    }
  }

  @Test
  default void tellsWhoJoinsLateAllFromTheStartOnce() {
    HeldRun held = held();
    Pen pen = pen(held);
    say(pen, "a", "b");

    try (RunStreamProbe probe = follow(held.run().id(), StreamPlace.BEGINNING)) {
      probe.awaitEntries(2);
      say(pen, "c");
      end(held, pen);

      valueOf(probe.end().thenApply(done -> true));
      assertThat(texts(probe.entries())).containsExactly("a", "b", "c");
    }
  }

  @Test
  default void tellsWhoReturnsWhatFollowsHisPlaceAlone() {
    HeldRun held = held();
    Pen pen = pen(held);
    say(pen, "a", "b");

    try (RunStreamProbe probe = follow(held.run().id(), new StreamPlace(1, 1))) {
      say(pen, "c");
      end(held, pen);

      valueOf(probe.end().thenApply(done -> true));
      assertThat(texts(probe.entries())).containsExactly("b", "c");
    }
  }

  @Test
  default void tellsWhoComesAfterTheEndAndCompletes() {
    HeldRun held = held();
    Pen pen = pen(held);
    say(pen, "a");
    end(held, pen);

    try (RunStreamProbe whole = follow(held.run().id(), StreamPlace.BEGINNING);
        RunStreamProbe nothing = follow(held.run().id(), new StreamPlace(1, 2))) {
      valueOf(whole.end().thenApply(done -> true));
      valueOf(nothing.end().thenApply(done -> true));
      assertThat(whole.entries()).hasSize(2);
      assertThat(nothing.entries()).isEmpty();
    }
  }

  @Test
  default void tellsAFollowerOfTheNextAttempt() {
    RunTalk talk = ground().talk();
    HeldRun first = ground().held(UUID.randomUUID(), talk);
    say(pen(first), "a");

    try (RunStreamProbe probe = follow(first.run().id(), StreamPlace.BEGINNING)) {
      probe.awaitEntries(1);
      ground().lose(first.hold().node());
      HeldRun second = ground().takenUp(UUID.randomUUID(), talk).getFirst();
      Pen pen = pen(second);
      say(pen, "b");
      end(second, pen);

      valueOf(probe.end().thenApply(done -> true));
      assertThat(probe.entries())
          .extracting(StreamEntry::place)
          .containsExactly(new StreamPlace(1, 1), new StreamPlace(2, 1), new StreamPlace(2, 2));
    }
  }

  @Test
  default void tellsAFollowerHereWhatAnotherNodeWroteJustBeforeItWasLost() {
    RunTalk talk = ground().talk();
    HeldRun first = ground().held(UUID.randomUUID(), talk);
    Pen lost = ground().elsewhere().open(first.run(), first.hold());
    say(lost, "a");

    try (RunStreamProbe probe = follow(first.run().id(), StreamPlace.BEGINNING)) {
      probe.awaitEntries(1);
      say(lost, "b");
      ground().lose(first.hold().node());
      HeldRun second = ground().takenUp(UUID.randomUUID(), talk).getFirst();
      Pen pen = pen(second);
      say(pen, "c");
      end(second, pen);

      assertThat(all(probe))
          .extracting(StreamEntry::place)
          .containsExactly(
              new StreamPlace(1, 1),
              new StreamPlace(1, 2),
              new StreamPlace(2, 1),
              new StreamPlace(2, 2));
    }
  }

  @Test
  default void tellsAFollowerOnAnotherNodeTheSame() {
    RunTalk talk = ground().talk();
    HeldRun first = ground().held(UUID.randomUUID(), talk);
    RunId run = first.run().id();
    Pen lost = pen(first);
    say(lost, "a", "b");

    try (RunStreamProbe here = follow(run, StreamPlace.BEGINNING);
        RunStreamProbe elsewhere = follow(ground().elsewhere(), run, StreamPlace.BEGINNING)) {
      elsewhere.awaitEntries(2);
      say(lost, "c");
      elsewhere.awaitEntries(3);
      ground().lose(first.hold().node());
      HeldRun second = ground().takenUp(UUID.randomUUID(), talk).getFirst();
      Pen pen = pen(second);
      say(pen, "d");
      elsewhere.awaitEntries(4);
      end(second, pen);

      assertThat(all(elsewhere)).isEqualTo(all(here)).hasSize(5);
    }
  }

  @Test
  default void showsBothAttemptsFromAnyPlaceOnceTheRunHasEnded() {
    RunTalk talk = ground().talk();
    HeldRun first = ground().held(UUID.randomUUID(), talk);
    RunId run = first.run().id();
    say(pen(first), "a", "b");
    ground().lose(first.hold().node());
    HeldRun second = ground().takenUp(UUID.randomUUID(), talk).getFirst();
    Pen pen = pen(second);
    say(pen, "c", "d");
    end(second, pen);

    List<StreamEntry> whole = page(run, StreamPlace.BEGINNING, 200);

    assertThat(texts(whole)).containsExactly("a", "b", "c", "d");
    for (int i = 0; i < whole.size(); i++) {
      StreamPlace place = whole.get(i).place();
      List<StreamEntry> rest = whole.subList(i + 1, whole.size());
      assertThat(page(run, place, 200)).isEqualTo(rest);
      try (RunStreamProbe probe = follow(run, place)) {
        assertThat(all(probe)).isEqualTo(rest);
      }
    }
  }

  @Test
  default void tellsALongStreamWithoutAGapToWhoeverJoinsInBetween() {
    HeldRun held = held();
    RunId run = held.run().id();
    Pen pen = pen(held);
    String kibibyte = "x".repeat(1024);
    List<CompletionStage<Boolean>> written = new ArrayList<>();

    // more than a reader is given at a time, and more than is kept at hand; they never join
    for (int i = 1; i < 450; i++) {
      written.add(pen.write(new RunSignal(RunSignal.Type.RESTARTED, Map.of("reason", kibibyte))));
    }
    written.forEach(it -> assertThat(valueOf(it)).isTrue());
    try (RunStreamProbe probe = follow(run, new StreamPlace(1, 7));
        RunStreamProbe elsewhere = follow(ground().elsewhere(), run, StreamPlace.BEGINNING)) {
      probe.awaitEntries(1);
      say(pen, "the last");
      end(held, pen);

      assertThat(all(probe)).extracting(StreamEntry::place).isEqualTo(places(8, 451));
      assertThat(all(elsewhere)).extracting(StreamEntry::place).isEqualTo(places(1, 451));
    }
  }

  private static List<StreamPlace> places(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(it -> new StreamPlace(1, it)).toList();
  }

  @Test
  default void tellsNoMoreThanWasAskedFor() {
    HeldRun held = held();
    Pen pen = pen(held);
    say(pen, "a", "b", "c");
    end(held, pen);

    try (RunStreamProbe probe =
        RunStreamProbe.of(
            2,
            executor ->
                ground().journal().follow(held.run().id(), StreamPlace.BEGINNING, executor))) {
      probe.awaitEntries(2);
      assertThat(texts(probe.entries())).containsExactly("a", "b");

      probe.request(2);

      valueOf(probe.end().thenApply(done -> true));
      assertThat(probe.entries()).hasSize(4);
    }
  }

  @Test
  default void completesForARunThatIsNotThere() {
    try (RunStreamProbe probe = follow(new RunId(UUID.randomUUID()), StreamPlace.BEGINNING)) {
      valueOf(probe.end().thenApply(done -> true));
      assertThat(probe.entries()).isEmpty();
    }
  }
}
