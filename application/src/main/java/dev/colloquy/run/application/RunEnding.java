package dev.colloquy.run.application;

import dev.colloquy.conversation.domain.Content;
import dev.colloquy.conversation.domain.Message;
import dev.colloquy.conversation.domain.MessageId;
import dev.colloquy.model.domain.FinishReason;
import dev.colloquy.model.domain.Model;
import dev.colloquy.model.domain.ModelId;
import dev.colloquy.model.domain.TokenUsage;
import dev.colloquy.run.domain.Bill;
import dev.colloquy.run.domain.Ending;
import dev.colloquy.run.domain.HeldRun;
import dev.colloquy.run.domain.Run;
import dev.colloquy.run.domain.RunId;
import dev.colloquy.run.domain.RunSignal;
import dev.colloquy.run.domain.Spent;
import dev.colloquy.run.domain.port.out.RunJournal.Pen;
import dev.colloquy.run.domain.port.out.Runs;
import dev.colloquy.shared.domain.Cause;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.CommonException.Conflict;
import dev.colloquy.shared.domain.CommonException.DatabaseError;
import dev.colloquy.shared.domain.DomainException;
import dev.colloquy.shared.domain.port.out.Timers;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * Ends runs: message, usage, last state, event and the stream's last signals in one unit of work.
 * Where that cannot be, because whoever asked may not speak there any more, the run fails and says
 * so; where the database is away, it is tried again for as long as the hold may last.
 */
public final class RunEnding {

  private static final Logger LOG = System.getLogger(RunEnding.class.getName());
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final int MAX_TRIES = 8;

  private final UnitOfWork unitOfWork;
  private final RunMessage messages;
  private final Runs runs;
  private final RunBudget budget;
  private final RunAftermath aftermath;
  private final Timers timers;
  private final Clock clock;
  private final Consumer<RunId> left;

  /**
   * What an attempt has come to.
   *
   * @param counted what it took, as its providers counted it
   * @param taken the same, estimated where an answer was cut off before it was counted
   * @param speaker who spoke last; empty where nobody was asked
   */
  record Said(
      Optional<Content> content,
      Optional<FinishReason> finish,
      Spent counted,
      Spent taken,
      Optional<ModelId> speaker) {

    static Said of(Optional<Content> content, Optional<FinishReason> finish, Bill bill) {
      return new Said(content, finish, bill.counted(), bill.taken(), bill.speaker().map(Model::id));
    }

    /** An answer that says nothing, or nothing but blanks, is not complete. */
    boolean holds(Ending how) {
      return content.isPresent() || !(how instanceof Ending.Complete);
    }

    Said withoutContent() {
      return new Said(Optional.empty(), finish, counted, taken, speaker);
    }
  }

  /**
   * @param left hears of each run that this node has nothing to do with any more
   */
  public RunEnding(
      UnitOfWork unitOfWork,
      RunMessage messages,
      Runs runs,
      RunBudget budget,
      RunAftermath aftermath,
      Timers timers,
      Clock clock,
      Consumer<RunId> left) {
    this.unitOfWork = unitOfWork;
    this.messages = messages;
    this.runs = runs;
    this.budget = budget;
    this.aftermath = aftermath;
    this.timers = timers;
    this.clock = clock;
    this.left = left;
  }

  /**
   * Ends the run, once all that it said is committed.
   *
   * @param written whether the hold was the latest when the last of it was
   */
  void handle(HeldRun held, Pen pen, CompletionStage<Boolean> written, Said said, Ending how) {
    written.whenComplete(
        (latest, failure) -> {
          pen.close();
          if (Boolean.TRUE.equals(latest)) {
            tryIt(held, said, how, 1);
          } else {
            left(held);
          }
        });
  }

  void left(HeldRun held) {
    left.accept(held.run().id());
  }

  private void tryIt(HeldRun held, Said said, Ending how, int tries) {
    unitOfWork
        .inTransaction(() -> ended(held, said, how))
        .whenComplete(
            (done, failure) -> {
              if (failure == null) {
                left(held);
                over(held.run(), how);
              } else {
                failed(held, said, how, tries, Cause.of(failure));
              }
            });
  }

  private void over(Run run, Ending how) {
    if (how instanceof Ending.Complete) {
      aftermath.of(run);
    }
  }

  private void failed(HeldRun held, Said said, Ending how, int tries, Throwable failure) {
    switch (failure) {
      case Conflict lost -> left(held);
      case DatabaseError away -> again(held, said, how, tries);
      case DomainException refusal when said.content().isPresent() ->
          tryIt(held, said.withoutContent(), refused(how, refusal), tries);
      default -> {
        LOG.log(Level.ERROR, "The run " + held.run().id() + " could not be ended", failure);
        again(held, said, how, tries);
      }
    }
  }

  private void again(HeldRun held, Said said, Ending how, int tries) {
    if (tries < MAX_TRIES) {
      timers.after(PAUSE, () -> tryIt(held, said, how, tries + 1));
    } else {
      left(held);
    }
  }

  private CompletionStage<Void> ended(HeldRun held, Said said, Ending how) {
    Run run = held.run();
    // in the order in which the next run is asked for: first the runs, then the conversation
    return runs.lock(run.id())
        .thenCompose(locked -> messages.record(run, said, how))
        .thenCompose(message -> end(held, said, how, message.map(Message::id)));
  }

  private CompletionStage<Void> end(
      HeldRun held, Said said, Ending how, Optional<MessageId> message) {
    Change<Run> ended = held.run().end(how, message, said.counted(), clock.instant());
    return runs.end(
            held.hold(),
            ended,
            List.of(
                RunSignal.spent(ended.now().spent()), RunSignal.ended(ended.now(), said.finish())))
        .thenCompose(kept -> settled(held.run(), said));
  }

  /** What was asked of nobody costs nobody anything. */
  private CompletionStage<Void> settled(Run run, Said said) {
    return said.speaker().isPresent() || !run.spent().tokens().equals(TokenUsage.NONE)
        ? budget.settle(run, said.taken())
        : budget.release(run).thenAccept(released -> {});
  }

  /** Who was called off or ran out of time did so, whether or not his words could be kept. */
  private static Ending refused(Ending how, DomainException refusal) {
    return how instanceof Ending.Complete ? new Ending.Broken(RunModel.reason(refusal)) : how;
  }
}
