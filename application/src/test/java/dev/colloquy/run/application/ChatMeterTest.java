package dev.colloquy.run.application;

import static dev.colloquy.shared.testkit.Stages.assertFailureOf;
import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.model.domain.ModelCallFailed.Fault;
import dev.colloquy.model.domain.ModelEvent;
import dev.colloquy.model.domain.Turn;
import dev.colloquy.model.domain.port.in.AskModel;
import dev.colloquy.run.domain.port.in.CompleteChat;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.CommonException.DatabaseError;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import dev.colloquy.shared.testkit.ManualTimers;
import dev.colloquy.usage.domain.Metric;
import dev.colloquy.usage.domain.Period;
import dev.colloquy.usage.domain.Quota;
import dev.colloquy.usage.domain.QuotaSubject.OneUser;
import dev.colloquy.usage.domain.Standing;
import dev.colloquy.usage.domain.UsageException.QuotaExceeded;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What chats take of quotas that nobody keeps. */
final class ChatMeterTest {

  /** Four and one for each three bytes of "How?". */
  private static final int PROMPT = 6;

  private final RunWorld world = RunWorld.prompt();
  private final Actor.Person alice = world.user();
  private final ManualTimers timers = new ManualTimers(world.clock);
  private final FlakyUnitOfWork database = new FlakyUnitOfWork(world.unitOfWork());
  private final Quota quota =
      world.usage.limited(new OneUser(alice.user()), Metric.TOKENS, Period.MONTH, 1_000);

  private CompletionStage<CompleteChat.Completion> asking(AskModel ask, int maxTokens) {
    world.model("first", 1);
    ChatMeter meter = new ChatMeter(database, world.meter(), world.ids(), timers);
    return new CompleteChatHandler(world.choose(), ask, meter)
        .handle(
            new CompleteChat.Command(
                alice,
                Optional.empty(),
                Optional.empty(),
                List.of(new Turn.Asked("How?")),
                List.of(),
                Optional.empty(),
                Optional.of(maxTokens)));
  }

  private Listener listening(int maxTokens) {
    Listener listener = new Listener();
    valueOf(asking(world.ask(), maxTokens)).events().subscribe(listener);
    return listener;
  }

  private void stands(long used, long reserved) {
    Standing standing = world.usage.standing(alice.user(), quota, world.clock.instant());
    assertThat(standing.used()).isEqualByComparingTo(Long.toString(used));
    assertThat(standing.reserved()).isEqualByComparingTo(Long.toString(reserved));
  }

  @Test
  void reservesBeforeItAsksAndSettlesWhatWasCounted() {
    Listener listener = listening(100);
    stands(0, PROMPT + 100);

    world.language.last().said("Flour").counted(5, 2).completed();

    stands(7, 0);
    assertThat(listener.heard).hasSize(3);
    assertThat(listener.ends).containsExactly("completed");
  }

  @Test
  void refusesWhatIsTooMuchAndAsksNobody() {
    assertFailureOf(asking(world.ask(), 1_000)).isInstanceOf(QuotaExceeded.class);

    assertThat(world.language.calls()).isEmpty();
    stands(0, 0);
  }

  @Test
  void settlesWhatWasSaidUntilTheModelFailed() {
    Listener listener = listening(100);
    world.language.last().said("Flour ").failed(Fault.UNAVAILABLE);

    stands(PROMPT + 2, 0);
    assertThat(listener.ends).containsExactly("failed");
  }

  @Test
  void settlesWhatWasSaidUntilTheReaderLeft() {
    Listener listener = listening(100);
    world.language.last().said("Flour ");

    listener.subscription.cancel();
    listener.subscription.cancel();

    assertThat(world.language.last().isCancelled()).isTrue();
    stands(PROMPT + 2, 0);
    assertThat(world.usage.underWay()).isZero();
  }

  @Test
  void givesBackWhatWasReservedWhereNobodyCouldBeAsked() {
    AskModel nobody = question -> CompletableFuture.failedFuture(new DatabaseError());

    assertFailureOf(asking(nobody, 100)).isInstanceOf(DatabaseError.class);

    stands(0, 0);
  }

  @Test
  void triesAgainWhileTheDatabaseIsAway() {
    Listener listener = listening(100);
    database.away = true;
    world.language.last().said("Flour").counted(5, 2).completed();
    timers.advance(Duration.ofSeconds(5));
    stands(0, PROMPT + 100);

    database.away = false;
    timers.advance(Duration.ofSeconds(1));

    stands(7, 0);
    assertThat(listener.ends).containsExactly("completed");
  }

  @Test
  void givesUpAfterAWhile() {
    listening(100);
    database.away = true;
    world.language.last().said("Flour").counted(5, 2).completed();

    timers.advance(Duration.ofMinutes(1));
    database.away = false;
    timers.advance(Duration.ofMinutes(1));

    stands(0, PROMPT + 100);
  }

  /** Somebody who reads an answer. */
  private static final class Listener implements Flow.Subscriber<ModelEvent> {

    final List<ModelEvent> heard = new ArrayList<>();
    final List<String> ends = new ArrayList<>();
    Flow.Subscription subscription =
        new Flow.Subscription() {
          @Override
          public void request(long n) {}

          @Override
          public void cancel() {}
        };

    @Override
    public void onSubscribe(Flow.Subscription given) {
      subscription = given;
      given.request(100);
    }

    @Override
    public void onNext(ModelEvent event) {
      heard.add(event);
    }

    @Override
    public void onError(Throwable failure) {
      ends.add("failed");
    }

    @Override
    public void onComplete() {
      ends.add("completed");
    }
  }

  /** A database that may be away. */
  private static final class FlakyUnitOfWork implements UnitOfWork {

    private final UnitOfWork unitOfWork;
    private boolean away;

    FlakyUnitOfWork(UnitOfWork unitOfWork) {
      this.unitOfWork = unitOfWork;
    }

    @Override
    public <T> CompletionStage<T> inTransaction(Supplier<? extends CompletionStage<T>> work) {
      return away
          ? CompletableFuture.failedFuture(new DatabaseError())
          : unitOfWork.inTransaction(work);
    }

    @Override
    public void afterCommit(Runnable task) {
      unitOfWork.afterCommit(task);
    }
  }
}
