package dev.colloquy.run.application;

import dev.colloquy.run.domain.HeldRun;
import dev.colloquy.run.domain.Run;
import dev.colloquy.run.domain.RunId;
import dev.colloquy.run.domain.port.out.RunJournal;
import dev.colloquy.run.domain.port.out.Runs;
import dev.colloquy.run.domain.port.out.Runs.Kept;
import dev.colloquy.shared.domain.port.out.Timers;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The runs that this node works on: each from when it begins here until it has ended, waits for
 * somebody, or is another node's.
 */
public final class RunDesk {

  private final UUID node;
  private final int capacity;
  private final UnitOfWork unitOfWork;
  private final Runs runs;
  private final RunJournal journal;
  private final RunModel model;
  private final RunTools tools;
  private final RunPause pause;
  private final RunMessage messages;
  private final RunBudget budget;
  private final RunAftermath aftermath;
  private final Timers timers;
  private final Clock clock;

  private final Map<RunId, RunAttempt> mine = new ConcurrentHashMap<>();
  private volatile boolean open;
  private volatile boolean crowded;
  private volatile Runnable whenOneLeaves = () -> {};

  /**
   * Takes what runs need.
   *
   * @param node names this process among those on the database
   * @param capacity how many runs it works on at a time; those that are asked for here side by side
   *     may be a few more
   */
  public RunDesk(
      UUID node,
      int capacity,
      UnitOfWork unitOfWork,
      Runs runs,
      RunJournal journal,
      RunModel model,
      RunTools tools,
      RunPause pause,
      RunMessage messages,
      RunBudget budget,
      RunAftermath aftermath,
      Timers timers,
      Clock clock) {
    this.node = node;
    this.capacity = capacity;
    this.unitOfWork = unitOfWork;
    this.runs = runs;
    this.journal = journal;
    this.model = model;
    this.tools = tools;
    this.pause = pause;
    this.messages = messages;
    this.budget = budget;
    this.aftermath = aftermath;
    this.timers = timers;
    this.clock = clock;
  }

  /** How many runs this node works on. */
  public int working() {
    return mine.size();
  }

  UUID node() {
    return node;
  }

  /** Begins to take runs; what waited before comes first. */
  void open(Runnable whenOneLeaves) {
    this.whenOneLeaves = whenOneLeaves;
    crowded = true;
    open = true;
  }

  boolean isOpen() {
    return open;
  }

  /** What is under way stops where it is, and nothing begins any more. */
  synchronized void close() {
    open = false;
    List.copyOf(mine.values()).forEach(RunAttempt::abandon);
  }

  /** How many more it could work on. */
  int room() {
    return open ? Math.max(0, capacity - mine.size()) : 0;
  }

  /** Whether runs are known to wait for room. */
  void crowded(boolean others) {
    crowded = others;
  }

  /**
   * This node, where a run that is asked for on it may begin at once: it has room, and nothing
   * waits for that.
   */
  Optional<UUID> vacancy() {
    return room() > 0 && !crowded ? Optional.of(node) : Optional.empty();
  }

  Set<RunId> held() {
    return Set.copyOf(mine.keySet());
  }

  /** Begins with what was taken up; gives it up again where the node was stopped meanwhile. */
  CompletionStage<Void> begin(List<HeldRun> taken) {
    return begun(taken, Optional.empty()) ? CompletableFuture.completedFuture(null) : givenUp();
  }

  /**
   * The same with one that was asked for here.
   *
   * @param ready what its model is asked, where that was read already
   */
  CompletionStage<Void> begin(HeldRun taken, Optional<ReadyQuestion> ready) {
    return begun(List.of(taken), ready) ? CompletableFuture.completedFuture(null) : givenUp();
  }

  /** Follows what became of the holds: one that is lost is left, one that should end is ended. */
  void apply(Set<RunId> held, List<Kept> kept) {
    Map<RunId, Kept> still =
        kept.stream().collect(Collectors.toMap(it -> it.hold().run(), it -> it));
    for (RunId id : held) {
      RunAttempt attempt = mine.get(id);
      if (attempt != null) {
        apply(attempt, still.get(id));
      }
    }
  }

  private void apply(RunAttempt attempt, @Nullable Kept kept) {
    if (kept == null || !kept.hold().equals(attempt.held().hold())) {
      attempt.abandon();
    } else if (kept.cancelled()) {
      attempt.cancel();
    } else if (isLate(attempt.held().run())) {
      attempt.expire();
    }
  }

  private boolean isLate(Run run) {
    return run.deadline().filter(it -> it.isBefore(clock.instant())).isPresent();
  }

  private CompletionStage<Void> givenUp() {
    return runs.release(node);
  }

  private synchronized boolean begun(List<HeldRun> taken, Optional<ReadyQuestion> ready) {
    if (!open) {
      return false;
    }
    taken.forEach(held -> begun(held, ready));
    if (room() == 0) {
      crowded = true;
    }
    return true;
  }

  /** The latest hold counts, whichever is heard of first. */
  private void begun(HeldRun held, Optional<ReadyQuestion> ready) {
    RunAttempt earlier = mine.get(held.run().id());
    if (earlier != null && earlier.held().hold().epoch() >= held.hold().epoch()) {
      return;
    }
    if (earlier != null) {
      earlier.abandon(); // before the next pen is opened
    }
    RunAttempt attempt = attempt(held, ready);
    mine.put(held.run().id(), attempt);
    // each on an event loop of its own
    timers.after(Duration.ZERO, attempt::begin);
  }

  private RunAttempt attempt(HeldRun held, Optional<ReadyQuestion> ready) {
    RunEnding ending =
        new RunEnding(
            unitOfWork, messages, runs, budget, aftermath, timers, clock, id -> left(held));
    return new RunAttempt(
        held, ready, journal.open(held.run(), held.hold()), model, tools, pause, ending);
  }

  private void left(HeldRun held) {
    mine.computeIfPresent(
        held.run().id(),
        (id, attempt) -> attempt.held().hold().equals(held.hold()) ? null : attempt);
    whenOneLeaves.run();
  }
}
