package dev.colloquy.run.application;

import dev.colloquy.run.domain.HeldRun;
import dev.colloquy.run.domain.RunId;
import dev.colloquy.run.domain.port.out.RunBell;
import dev.colloquy.run.domain.port.out.Runs;
import dev.colloquy.shared.domain.Cause;
import dev.colloquy.shared.domain.CommonException.DatabaseError;
import dev.colloquy.shared.domain.port.out.Timers;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Brings runs to this node's desk: takes up those that wait, and those whose node was lost; keeps
 * hold of its own, and passes on that somebody wants one to end. In rounds, one at a time: when the
 * bell rings, and every half second. Who waits for an answer comes first.
 */
public final class RunDispatcher {

  private static final Logger LOG = System.getLogger(RunDispatcher.class.getName());

  /** Well below the second within which a cancelled run has to stop. */
  private static final Duration PERIOD = Duration.ofMillis(500);

  /** Between two renewals of all that is held, however often the bell rings. */
  private static final Duration REST = Duration.ofMillis(50);

  /** How many are taken up in one unit of work. */
  private static final int PORTION = 50;

  private final RunDesk desk;
  private final UnitOfWork unitOfWork;
  private final Runs runs;
  private final Timers timers;
  private final Clock clock;

  private final AtomicBoolean busy = new AtomicBoolean();
  private final AtomicBoolean wanted = new AtomicBoolean();
  private final AtomicBoolean resting = new AtomicBoolean();
  private final AtomicBoolean missed = new AtomicBoolean();
  private Timers.Cancellable timer = () -> {};

  public RunDispatcher(RunDesk desk, UnitOfWork unitOfWork, Runs runs, Timers timers, Clock clock) {
    this.desk = desk;
    this.unitOfWork = unitOfWork;
    this.runs = runs;
    this.timers = timers;
    this.clock = clock;
  }

  /** Begins to work. */
  public void start(RunBell bell) {
    desk.open(this::soon);
    bell.onRing(this::soon);
    timer = timers.every(PERIOD, this::round);
  }

  /**
   * Ends the work: what is under way stops where it is, and another node may take it up at once.
   */
  public CompletionStage<Void> stop() {
    timer.cancel();
    desk.close();
    return runs.release(desk.node());
  }

  private void soon() {
    wanted.set(true);
    timers.after(Duration.ZERO, this::round);
  }

  private void round() {
    if (!desk.isOpen() || !busy.compareAndSet(false, true)) {
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
    Set<RunId> held = desk.held();
    if (held.isEmpty()) {
      return CompletableFuture.completedFuture(null);
    }
    if (!resting.compareAndSet(false, true)) {
      missed.set(true);
      return CompletableFuture.completedFuture(null);
    }
    timers.after(REST, this::rested);
    return runs.renew(desk.node(), held).thenAccept(kept -> desk.apply(held, kept));
  }

  /** Whoever rang meanwhile may have wanted a run to end. */
  private void rested() {
    resting.set(false);
    if (missed.compareAndSet(true, false)) {
      soon();
    }
  }

  private CompletionStage<Void> takenUp() {
    int room = Math.min(PORTION, desk.room());
    if (room == 0) {
      return CompletableFuture.completedFuture(null);
    }
    return unitOfWork
        .inTransaction(() -> runs.takeUp(desk.node(), desk.held(), room, clock.instant()))
        .thenCompose(taken -> begun(taken, room));
  }

  private CompletionStage<Void> begun(List<HeldRun> taken, int room) {
    boolean more = taken.size() == room;
    if (more) {
      wanted.set(true);
    }
    desk.crowded(more);
    return desk.begin(taken);
  }
}
