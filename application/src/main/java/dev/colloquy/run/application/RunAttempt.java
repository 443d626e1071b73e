package dev.colloquy.run.application;

import dev.colloquy.model.domain.FinishReason;
import dev.colloquy.model.domain.Model;
import dev.colloquy.model.domain.ModelEvent;
import dev.colloquy.model.domain.TokenUsage;
import dev.colloquy.run.domain.Ending;
import dev.colloquy.run.domain.HeldRun;
import dev.colloquy.run.domain.RunError;
import dev.colloquy.run.domain.RunSignal;
import dev.colloquy.run.domain.Speech;
import dev.colloquy.run.domain.Tally;
import dev.colloquy.run.domain.port.out.RunJournal.Pen;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at a run on the node that holds it: what the model says goes into the journal, and at
 * the end into the conversation. It ends once; whatever else comes is ignored. Any thread may call
 * it.
 */
final class RunAttempt implements Flow.Subscriber<ModelEvent> {

  /** How many pieces may wait to be committed; then the model waits too. */
  private static final int WINDOW = 256;

  private final HeldRun held;
  private final Pen pen;
  private final RunModel model;
  private final RunEnding ending;
  private final Speech speech = new Speech();

  private CompletionStage<Boolean> written = CompletableFuture.completedFuture(true);
  private Optional<Model> asked = Optional.empty();
  private Tally tally = new Tally(TokenUsage.NONE);
  private Optional<FinishReason> finish = Optional.empty();
  private int calls;
  private boolean spoke;
  private boolean over;
  private Flow.@Nullable Subscription subscription;

  RunAttempt(HeldRun held, Pen pen, RunModel model, RunEnding ending) {
    this.held = held;
    this.pen = pen;
    this.model = model;
    this.ending = ending;
  }

  /** Begins; or ends, where the run was taken up too often. */
  void begin() {
    write(RunSignal.begun(held.run()));
    if (held.run().mayGoOn()) {
      ask();
    } else {
      end(new Ending.Broken(RunError.LOST));
    }
  }

  HeldRun held() {
    return held;
  }

  /** Somebody wants it to end: the model is stopped, what was said is kept. */
  void cancel() {
    end(new Ending.CalledOff());
  }

  /** Its time is up. */
  void expire() {
    end(new Ending.OutOfTime());
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
  public synchronized void onSubscribe(Flow.Subscription given) {
    if (over) {
      given.cancel();
      return;
    }
    subscription = given;
    given.request(WINDOW);
  }

  @Override
  public synchronized void onNext(ModelEvent event) {
    if (over) {
      return;
    }
    tally.add(event);
    switch (event) {
      case ModelEvent.Said(var text) -> said(text);
      case ModelEvent.Counted counted -> more();
      case ModelEvent.Finished(var reason) -> {
        finish = Optional.of(reason);
        more();
      }
      // no tools were offered, and thoughts are no part of the answer
      case ModelEvent.Thought thought -> more();
      case ModelEvent.ToolAsked tool -> more();
    }
  }

  @Override
  public void onComplete() {
    end(new Ending.Complete());
  }

  @Override
  public void onError(Throwable failure) {
    if (mayAskAgain(failure)) {
      model.later(calls, failure, this::ask);
    } else {
      end(new Ending.Broken(RunModel.reason(failure)));
    }
  }

  /** Only before the first word: later it would be another answer. */
  private synchronized boolean mayAskAgain(Throwable failure) {
    return !over && !spoke && calls < RunModel.MAX_CALLS && RunModel.isTransient(failure);
  }

  private synchronized void ask() {
    if (over) {
      return;
    }
    calls++;
    model
        .of(held.run())
        .thenAccept(this::subscribe)
        .exceptionally(
            failure -> {
              end(new Ending.Broken(RunModel.reason(failure)));
              return null;
            });
  }

  private void subscribe(RunModel.Answer answer) {
    synchronized (this) {
      asked = Optional.of(answer.model());
      tally = new Tally(answer.needed());
    }
    answer.events().subscribe(this);
  }

  private void said(String text) {
    String shown = speech.add(text);
    if (speech.isTooLarge()) {
      end(new Ending.Broken(RunError.TOO_LARGE));
    } else if (shown.isEmpty()) {
      more();
    } else {
      spoke = true;
      write(RunSignal.said(shown));
    }
  }

  private synchronized void write(RunSignal signal) {
    written = pen.write(signal);
    written.whenComplete((latest, failure) -> wrote(latest, failure));
  }

  private void wrote(@Nullable Boolean latest, @Nullable Throwable failure) {
    if (failure != null || !Boolean.TRUE.equals(latest)) {
      abandon();
    } else {
      more();
    }
  }

  private synchronized void more() {
    if (!over && subscription != null) {
      subscription.request(1);
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
      over = true;
      stop();
      String rest = speech.end();
      all = rest.isEmpty() ? written : pen.write(RunSignal.said(rest));
      said = new RunEnding.Said(speech.content(), finish, tally.counted(), tally.taken(), asked);
      how = said.holds(wanted) ? wanted : new Ending.Broken(RunError.EMPTY);
    }
    ending.handle(held, pen, all, said, how);
  }

  private void stop() {
    if (subscription != null) {
      subscription.cancel();
    }
  }
}
