package dev.colloquy.run.application;

import dev.colloquy.run.domain.HeldRun;
import dev.colloquy.run.domain.Run;
import dev.colloquy.run.domain.RunId;
import dev.colloquy.run.domain.port.out.RunBell;
import dev.colloquy.run.domain.port.out.RunJournal;
import dev.colloquy.run.domain.port.out.Runs;
import dev.colloquy.run.domain.port.out.Runs.Kept;
import dev.colloquy.shared.domain.Cause;
import dev.colloquy.shared.domain.CommonException.DatabaseError;
import dev.colloquy.shared.domain.port.out.Timers;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A node's work on runs: takes up those that wait, and those whose node was lost; keeps hold of its
 * own, and passes on that somebody wants one to end. In rounds, one at a time: when the bell rings,
 * and every half second. Who waits for an answer comes first.
 */
public final class RunDispatcher {

  private static final Logger LOG = System.getLogger(RunDispatcher.class.getName());

  /** Well below the second within which a cancelled run has to stop. */
  private static final Duration PERIOD = Duration.ofMillis(500);

  /** Between two renewals of all that is held, however often the bell rings. */
  private static final Duration REST = Duration.ofMillis(50);

  /** How many are taken up in one unit of work. */
  private static final int PORTION = 50;

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
  private final AtomicBoolean busy = new AtomicBoolean();
  private final AtomicBoolean wanted = new AtomicBoolean();
  private final AtomicBoolean resting = new AtomicBoolean();
  private final AtomicBoolean missed = new AtomicBoolean();
  private volatile boolean stopped;
  private Timers.Cancellable timer = () -> {};

  /**
   * @param node names this process among those on the database
   * @param capacity how many runs it works on at a time
   */
  public RunDispatcher(
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

  /** Begins to work. */
  public void start(RunBell bell) {
    bell.onRing(this::soon);
    timer = timers.every(PERIOD, this::round);
  }

  /**
   * Ends the work: what is under way stops where it is, and another node may take it up at once.
   */
  public CompletionStage<Void> stop() {
    timer.cancel();
    halt();
    return runs.release(node);
  }

  private synchronized void halt() {
    stopped = true;
    List.copyOf(mine.values()).forEach(RunAttempt::abandon);
  }

  /** How many runs this node works on. */
  public int working() {
    return mine.size();
  }

  private void soon() {
    wanted.set(true);
    timers.after(Duration.ZERO, this::round);
  }

  private void round() {
    if (stopped || !busy.compareAndSet(false, true)) {
      return;
    }
    wanted.set(false);
    CompletionStage<Void> taken = takenUp();
    taken
        .handle((done, failure) -> kept()) // what is held is kept whether or not there is more
        .thenCompose(kept -> kept)
        .thenCompose(done -> taken)
        .whenComplete(
            (done, failure) -> {
              busy.set(false);
              if (failure != null) {
                failed(Cause.of(failure));
              } else if (wanted.get()) {
                timers.after(Duration.ZERO, this::round);
              }
            });
  }

  /** That the database is away is told where it is noticed; of anything else all has to be seen. */
  private static void failed(Throwable cause) {
    String sentence = "A round of runs failed and is repeated: " + cause.getMessage();
    if (cause instanceof DatabaseError) {
      LOG.log(Level.WARNING, sentence);
    } else {
      LOG.log(Level.WARNING, sentence, cause);
    }
  }

  private CompletionStage<Void> kept() {
    Set<RunId> held = new HashSet<>(mine.keySet());
    if (held.isEmpty()) {
      return CompletableFuture.completedFuture(null);
    }
    if (!resting.compareAndSet(false, true)) {
      missed.set(true);
      return CompletableFuture.completedFuture(null);
    }
    timers.after(REST, this::rested);
    return runs.renew(node, held).thenAccept(kept -> apply(held, kept));
  }

  /** Whoever rang meanwhile may have wanted a run to end. */
  private void rested() {
    resting.set(false);
    if (missed.compareAndSet(true, false)) {
      soon();
    }
  }

  private void apply(Set<RunId> held, List<Kept> kept) {
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

  private CompletionStage<Void> takenUp() {
    int room = Math.min(PORTION, capacity - mine.size());
    if (stopped || room <= 0) {
      return CompletableFuture.completedFuture(null);
    }
    return unitOfWork
        .inTransaction(() -> runs.takeUp(node, Set.copyOf(mine.keySet()), room, clock.instant()))
        .thenCompose(
            taken ->
                begin(taken, room) ? CompletableFuture.completedFuture(null) : runs.release(node));
  }

  /** False where the node was stopped meanwhile, which gives up what it has just taken. */
  private synchronized boolean begin(List<HeldRun> taken, int room) {
    if (stopped) {
      return false;
    }
    if (taken.size() == room) {
      wanted.set(true);
    }
    List<RunAttempt> fresh = new ArrayList<>();
    for (HeldRun held : taken) {
      forgetEarlier(held.run().id());
      RunEnding ending =
          new RunEnding(
              unitOfWork, messages, runs, budget, aftermath, timers, clock, id -> left(held));
      RunAttempt attempt =
          new RunAttempt(held, journal.open(held.run(), held.hold()), model, tools, pause, ending);
      mine.put(held.run().id(), attempt);
      fresh.add(attempt);
    }
    // each on an event loop of its own
    fresh.forEach(attempt -> timers.after(Duration.ZERO, attempt::begin));
    return true;
  }

  /** A node may take up what it has lost, before it knows that it has. */
  private void forgetEarlier(RunId id) {
    RunAttempt earlier = mine.remove(id);
    if (earlier != null) {
      earlier.abandon();
    }
  }

  private void left(HeldRun held) {
    mine.computeIfPresent(
        held.run().id(),
        (id, attempt) -> attempt.held().hold().equals(held.hold()) ? null : attempt);
    soon();
  }
}
