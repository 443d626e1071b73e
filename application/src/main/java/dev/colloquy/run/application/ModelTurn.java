package dev.colloquy.run.application;

import dev.colloquy.model.domain.FinishReason;
import dev.colloquy.model.domain.ModelEvent;
import dev.colloquy.model.domain.ModelId;
import dev.colloquy.model.domain.ToolRequest;
import dev.colloquy.model.domain.Turn;
import dev.colloquy.run.domain.Bill;
import dev.colloquy.run.domain.Run;
import dev.colloquy.run.domain.RunError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One answer within an attempt: asked for, and where nothing came of it, of another model or of the
 * same again; only before the first word, for later it would be another answer.
 */
final class ModelTurn implements Flow.Subscriber<ModelEvent> {

  /** How many pieces may wait to be committed; then the model waits too. */
  private static final int WINDOW = 256;

  /** How many it is allowed at a time: each time changes over to the event loop of its call. */
  private static final int PORTION = 32;

  private final Run run;
  private final List<Turn> before;
  private final RunModel model;
  private final Candidates candidates;
  private final Bill bill;
  private final Hearer hearer;
  private final List<ToolRequest> requests = new ArrayList<>();

  private Optional<FinishReason> finish = Optional.empty();
  private int calls;
  private int allowed;
  private boolean spoke;
  private boolean over;
  private Flow.@Nullable Subscription subscription;

  /** Who hears what the model says; one after the other, and no more once the turn was stopped. */
  interface Hearer {

    /** It says more, and goes on once {@link ModelTurn#more} is called. */
    void said(ModelTurn turn, String text);

    /** Its answer is whole. */
    void answered(List<ToolRequest> requests, Optional<FinishReason> finish);

    /** Another model is asked instead. */
    void escalates(ModelId from, ModelId to, RunError why);

    void failed(Throwable failure);
  }

  /**
   * Takes whom to ask and who hears it.
   *
   * @param before what model and tools have had to do with each other in this attempt
   * @param bill what the attempt takes, this answer included
   */
  ModelTurn(
      Run run, List<Turn> before, RunModel model, Candidates candidates, Bill bill, Hearer hearer) {
    this.run = run;
    this.before = before;
    this.model = model;
    this.candidates = candidates;
    this.bill = bill;
    this.hearer = hearer;
  }

  void ask() {
    ask(() -> model.of(run, candidates.current(), before, bill));
  }

  /** Asks what is ready to be asked. */
  void ask(ReadyQuestion ready) {
    ask(() -> model.of(ready));
  }

  private void ask(Supplier<CompletionStage<RunModel.Answer>> answer) {
    if (isOver()) {
      return;
    }
    calls++;
    answer
        .get()
        .thenAccept(this::subscribe)
        .exceptionally(
            failure -> {
              onError(failure);
              return null;
            });
  }

  /** It may say one piece more. */
  void more() {
    Flow.Subscription asked = allowed();
    if (asked != null) {
      asked.request(PORTION);
    }
  }

  /** What is to be asked for the next portion, once it is full. */
  private synchronized Flow.@Nullable Subscription allowed() {
    allowed++;
    if (over || allowed < PORTION) {
      return null;
    }
    allowed = 0;
    return subscription;
  }

  /** Nothing is heard of it any more, and its call is ended. */
  void stop() {
    Flow.Subscription asked = open();
    synchronized (this) {
      over = true;
    }
    if (asked != null) {
      asked.cancel();
    }
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    boolean refused;
    synchronized (this) {
      refused = over;
      subscription = given;
      allowed = 0;
    }
    if (refused) {
      given.cancel();
    } else {
      given.request(WINDOW);
    }
  }

  @Override
  public void onNext(ModelEvent event) {
    if (isOver()) {
      return;
    }
    bill.add(event);
    switch (event) {
      case ModelEvent.Said(var text) -> {
        spoke = true;
        hearer.said(this, text);
      }
      case ModelEvent.Counted counted -> more();
      case ModelEvent.Finished(var reason) -> {
        finish = Optional.of(reason);
        more();
      }
      case ModelEvent.ToolAsked(var request) -> {
        requests.add(request);
        more();
      }
      // no part of the answer
      case ModelEvent.Thought thought -> more();
    }
  }

  @Override
  public void onComplete() {
    if (isOver()) {
      return;
    }
    if (!spoke && requests.isEmpty() && candidates.hasAnother()) {
      escalate(RunError.EMPTY);
    } else {
      hearer.answered(List.copyOf(requests), finish);
    }
  }

  @Override
  public void onError(Throwable failure) {
    if (isOver()) {
      return;
    }
    if (spoke) {
      hearer.failed(failure);
    } else if (candidates.hasAnother() && RunModel.isOfTheModel(failure)) {
      escalate(RunModel.reason(failure));
    } else if (calls < RunModel.MAX_CALLS && RunModel.isTransient(failure)) {
      requests.clear();
      model.later(calls, failure, this::ask);
    } else {
      hearer.failed(failure);
    }
  }

  private void escalate(RunError why) {
    ModelId from = candidates.current();
    hearer.escalates(from, candidates.another(), why);
    requests.clear();
    finish = Optional.empty();
    calls = 0;
    ask();
  }

  private void subscribe(RunModel.Answer answer) {
    bill.begin(answer.model(), answer.needed());
    answer.events().subscribe(this);
  }

  private synchronized boolean isOver() {
    return over;
  }

  /** What can still be asked for more or cancelled. */
  private synchronized Flow.@Nullable Subscription open() {
    return over ? null : subscription;
  }
}
