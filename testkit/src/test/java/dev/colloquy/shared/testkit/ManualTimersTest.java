package dev.colloquy.shared.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.shared.domain.port.out.Timers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ManualTimersTest {

  private final ManualTimers timers = new ManualTimers(new TestClock());
  private final List<String> ran = new ArrayList<>();

  @Test
  void runWhatBecomesDueInItsOrder() {
    timers.after(Duration.ofSeconds(3), () -> ran.add("late"));
    timers.every(Duration.ofSeconds(2), () -> ran.add("again"));

    timers.advance(Duration.ofSeconds(4));

    assertThat(ran).containsExactly("again", "late", "again");
  }

  @Test
  void runWhatTasksAskForOnTheWay() {
    timers.after(
        Duration.ofSeconds(1), () -> timers.after(Duration.ofSeconds(1), () -> ran.add("second")));

    timers.advance(Duration.ofSeconds(2));

    assertThat(ran).containsExactly("second");
  }

  @Test
  void runNothingThatWasCalledOff() {
    Timers.Cancellable once = timers.after(Duration.ofSeconds(1), () -> ran.add("once"));
    Timers.Cancellable often = timers.every(Duration.ofSeconds(1), () -> ran.add("often"));

    once.cancel();
    timers.advance(Duration.ofSeconds(1));
    often.cancel();
    timers.advance(Duration.ofSeconds(5));

    assertThat(ran).containsExactly("often");
  }
}
