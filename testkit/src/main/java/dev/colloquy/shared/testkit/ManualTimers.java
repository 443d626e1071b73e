package dev.colloquy.shared.testkit;

import dev.colloquy.shared.domain.port.out.Timers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Timers that run when a test lets time pass, on the thread of the test. */
public final class ManualTimers implements Timers {

  private final TestClock clock;
  private final List<Task> tasks = new ArrayList<>();

  /** Takes the clock that goes on with the timers. */
  public ManualTimers(TestClock clock) {
    this.clock = clock;
  }

  @Override
  public Cancellable every(Duration period, Runnable task) {
    return added(new Task(clock.instant().plus(period), Optional.of(period), task));
  }

  @Override
  public Cancellable after(Duration delay, Runnable task) {
    return added(new Task(clock.instant().plus(delay), Optional.empty(), task));
  }

  /** Lets time pass and runs what becomes due, in the order in which it does. */
  public void advance(Duration duration) {
    Instant end = clock.instant().plus(duration);
    for (Optional<Task> due = due(end); due.isPresent(); due = due(end)) {
      run(due.get());
    }
    clock.advance(Duration.between(clock.instant(), end));
  }

  private Cancellable added(Task task) {
    tasks.add(task);
    return () -> tasks.remove(task);
  }

  private Optional<Task> due(Instant end) {
    return tasks.stream()
        .filter(it -> !it.at.isAfter(end))
        .min(Comparator.comparing((Task it) -> it.at));
  }

  private void run(Task task) {
    if (task.at.isAfter(clock.instant())) {
      clock.advance(Duration.between(clock.instant(), task.at));
    }
    task.period.ifPresentOrElse(it -> task.at = task.at.plus(it), () -> tasks.remove(task));
    task.what.run();
  }

  /** Identity counts: the same work may wait twice. */
  private static final class Task {

    private Instant at;
    private final Optional<Duration> period;
    private final Runnable what;

    Task(Instant at, Optional<Duration> period, Runnable what) {
      this.at = at;
      this.period = period;
      this.what = what;
    }
  }
}
