package dev.colloquy.run.application;

import static dev.colloquy.shared.testkit.Stages.valueOf;

import dev.colloquy.model.domain.port.in.AskModel;
import dev.colloquy.run.domain.port.out.RunBell;
import dev.colloquy.run.domain.port.out.Runs;
import dev.colloquy.shared.testkit.ManualTimers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A process that works on runs, in the time that a test lets pass for it. */
final class RunNode implements RunBell {

  /** A little longer than from one round to the next. */
  private static final Duration ROUND = Duration.ofMillis(510);

  private final ManualTimers timers;
  private final RunDesk desk;
  private final RunDispatcher dispatcher;
  private final List<Runnable> bell = new ArrayList<>();

  RunNode(RunWorld world) {
    this(world, 1_000, world.runs(), world.ask());
  }

  RunNode(RunWorld world, int capacity) {
    this(world, capacity, world.runs(), world.ask());
  }

  /** Takes what the node keeps its runs in and whom it asks. */
  RunNode(RunWorld world, int capacity, Runs runs, AskModel ask) {
    timers = new ManualTimers(world.clock);
    desk = world.desk(capacity, runs, ask, timers);
    dispatcher = new RunDispatcher(desk, world.unitOfWork(), runs, timers, world.clock);
    dispatcher.start(this);
    world.approvalClock().start(timers);
  }

  @Override
  public void onRing(Runnable task) {
    bell.add(task);
  }

  /** Rings, and lets a moment pass: longer than a node rests between two renewals. */
  void ring() {
    bell.forEach(Runnable::run);
    advance(Duration.ofMillis(60));
  }

  /** Lets the next round be made, and what it takes up begin. */
  void round() {
    advance(ROUND);
  }

  void advance(Duration duration) {
    timers.advance(duration);
  }

  void stop() {
    valueOf(dispatcher.stop().thenApply(done -> true));
  }

  int working() {
    return desk.working();
  }

  /** Where those begin that are asked for on this node. */
  RunDesk desk() {
    return desk;
  }
}
