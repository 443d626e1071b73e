package dev.colloquy.run.application;

import dev.colloquy.model.domain.FinishReason;
import dev.colloquy.model.domain.ModelId;
import dev.colloquy.model.domain.ToolRequest;
import dev.colloquy.run.domain.Bill;
import dev.colloquy.run.domain.Ending;
import dev.colloquy.run.domain.HeldRun;
import dev.colloquy.run.domain.RunError;
import dev.colloquy.run.domain.RunSignal;
import dev.colloquy.run.domain.Speech;
import dev.colloquy.run.domain.ToolOutcome;
import dev.colloquy.run.domain.ToolRounds;
import dev.colloquy.run.domain.port.out.RunJournal.Pen;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at a run on the node that holds it: model and tools take turns, what comes of it goes
 * into the journal, and at the end into the conversation. It ends once; whatever else comes is
 * ignored. Any thread may call it.
 */
final class RunAttempt implements ModelTurn.Hearer, ToolTurn.Hearer {

  private static final String PARAGRAPH = "\n\n";

  private final HeldRun held;
  private final Pen pen;
  private final RunModel model;
  private final RunTools tools;
  private final RunPause pause;
  private final RunEnding ending;
  private final Speech speech = new Speech();
  private final ToolRounds rounds = new ToolRounds();
  private final Bill bill = new Bill();
  private final Candidates candidates;

  /** Completes with the attempt: a tool under way need not go on. */
  private final CompletableFuture<Void> calledOff = new CompletableFuture<>();

  private CompletionStage<Boolean> written = CompletableFuture.completedFuture(true);
  private CompletionStage<Boolean> committed = CompletableFuture.completedFuture(true);
  private Optional<FinishReason> finish = Optional.empty();
  private Optional<Ending> wish = Optional.empty();
  private Optional<ReadyQuestion> ready;
  private boolean remembers;
  private boolean resumes;
  private boolean over;
  private @Nullable ModelTurn turn;

  /**
   * @param ready what its model is asked first; empty where that has yet to be read
   */
  RunAttempt(
      HeldRun held,
      Optional<ReadyQuestion> ready,
      Pen pen,
      RunModel model,
      RunTools tools,
      RunPause pause,
      RunEnding ending) {
    this.held = held;
    this.ready = ready;
    this.candidates = new Candidates(held.run().order());
    this.pen = pen;
    this.model = model;
    this.tools = tools;
    this.pause = pause;
    this.ending = ending;
  }

  /** Begins; or ends, where the run was taken up too often. */
  void begin() {
    write(RunSignal.begun(held.run()));
    if (held.run().mayGoOn()) {
      tools.past(held.run()).whenComplete((past, failure) -> goOnFrom(past, failure));
    } else {
      end(new Ending.Broken(RunError.LOST));
    }
  }

  HeldRun held() {
    return held;
  }

  /** Somebody wants it to end: the model is stopped, what was said is kept. */
  void cancel() {
    endWithAllThatWasSaid(new Ending.CalledOff());
  }

  /** Its time is up. */
  void expire() {
    endWithAllThatWasSaid(new Ending.OutOfTime());
  }

  /** Not before it has read what was said in earlier attempts, for that is kept too. */
  private void endWithAllThatWasSaid(Ending wanted) {
    boolean early;
    synchronized (this) {
      early = !remembers;
      wish = Optional.of(wanted);
    }
    if (!early) {
      end(wanted);
    }
  }

  /** Another node has it, or this one stops: nothing is written any more. */
  synchronized void abandon() {
    if (!over) {
      over = true;
      stop();
      pen.close();
      ending.left(held);
    }
  }

  @Override
  public synchronized void said(ModelTurn speaking, String text) {
    if (over) {
      return;
    }
    String shown = speech.add(resumes ? PARAGRAPH + text : text);
    resumes = false;
    if (speech.isTooLarge()) {
      end(new Ending.Broken(RunError.TOO_LARGE));
    } else if (shown.isEmpty()) {
      speaking.more();
    } else {
      write(RunSignal.said(shown)).thenAccept(latest -> speaking.more());
    }
  }

  @Override
  public void answered(List<ToolRequest> requests, Optional<FinishReason> reason) {
    synchronized (this) {
      finish = reason;
    }
    if (requests.isEmpty() || held.run().order().tools().isEmpty()) {
      end(new Ending.Complete());
    } else {
      rounds
          .refusal(requests)
          .ifPresentOrElse(refusal -> end(new Ending.Broken(refusal)), () -> requested(requests));
    }
  }

  @Override
  public void escalates(ModelId from, ModelId to, RunError why) {
    write(RunSignal.escalated(from, to, why));
  }

  @Override
  public void failed(Throwable failure) {
    end(new Ending.Broken(RunModel.reason(failure)));
  }

  /** What came to something in earlier attempts holds, and is told again. */
  private void goOnFrom(@Nullable ToolRounds past, @Nullable Throwable failure) {
    if (past == null) {
      failed(failure == null ? new IllegalStateException("nothing was read") : failure);
      return;
    }
    for (RunSignal signal : past.signals()) {
      if (signal.type() == RunSignal.Type.DELTA) {
        speech.add(signal.text("content"));
      }
      write(signal);
    }
    wishOnceRemembered().ifPresentOrElse(this::end, this::goOn);
  }

  private synchronized Optional<Ending> wishOnceRemembered() {
    remembers = true;
    return wish.or(() -> held.run().cancelRequestedAt().map(at -> new Ending.CalledOff()));
  }

  private synchronized void requested(List<ToolRequest> requests) {
    flush();
    rounds.numbered(requests).forEach(it -> write(RunSignal.toolRequested(it)));
    goOn();
  }

  /** The next tool is called, or else the model asked. */
  private synchronized void goOn() {
    if (over) {
      return;
    }
    Optional<ToolRequest> next = rounds.next();
    if (next.isPresent()) {
      new ToolTurn(held.run(), next.get(), tools, pause, calledOff, this).take();
      return;
    }
    resumes = speech.content().isPresent();
    ModelTurn fresh = new ModelTurn(held.run(), rounds.turns(), model, candidates, bill, this);
    turn = fresh;
    Optional<ReadyQuestion> first = ready;
    ready = Optional.empty();
    first.ifPresentOrElse(fresh::ask, fresh::ask);
  }

  /** The run waits, and this attempt is over; the next one goes on with the decision. */
  @Override
  public synchronized void waits(ToolRequest request) {
    if (over) {
      return;
    }
    over = true;
    written
        .thenCompose(
            latest -> {
              pen.close();
              return pause.handle(held, request, bill);
            })
        .whenComplete((done, failure) -> ending.left(held));
  }

  @Override
  public synchronized void called(ToolRequest request, ToolOutcome outcome) {
    if (!over) {
      write(RunSignal.toolDone(request, outcome));
      goOn();
    }
  }

  /** Completes once the signal is committed, and never where this node has lost the run. */
  @Override
  public synchronized CompletionStage<Boolean> write(RunSignal signal) {
    if (over) {
      return new CompletableFuture<>();
    }
    rounds.add(signal);
    CompletionStage<Boolean> batch = pen.write(signal);
    if (!batch.equals(written)) { // what is written together is waited for together
      written = batch;
      committed = committed(batch);
    }
    return committed;
  }

  private CompletionStage<Boolean> committed(CompletionStage<Boolean> batch) {
    CompletableFuture<Boolean> committed = new CompletableFuture<>();
    batch.whenComplete(
        (latest, failure) -> {
          if (failure != null || !Boolean.TRUE.equals(latest)) {
            abandon();
          } else {
            committed.complete(true);
          }
        });
    return committed;
  }

  private void flush() {
    String rest = speech.end();
    if (!rest.isEmpty()) {
      write(RunSignal.said(rest));
    }
  }

  private void end(Ending wanted) {
    CompletionStage<Boolean> all;
    RunEnding.Said said;
    Ending how;
    synchronized (this) {
      if (over) {
        return;
      }
      flush();
      over = true;
      stop();
      all = written;
      said = RunEnding.Said.of(speech.content(), finish, bill);
      how = said.holds(wanted) ? wanted : new Ending.Broken(RunError.EMPTY);
    }
    ending.handle(held, pen, all, said, how);
  }

  private void stop() {
    calledOff.complete(null);
    if (turn != null) {
      turn.stop();
    }
  }
}
