package dev.colloquy.shared.application;

import static dev.colloquy.shared.testkit.Stages.assertFailureOf;
import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Attempt;
import dev.colloquy.shared.domain.CommonException.AccessDenied;
import dev.colloquy.shared.domain.CommonException.IdempotencyInProgress;
import dev.colloquy.shared.domain.CommonException.IdempotencyKeyReused;
import dev.colloquy.shared.domain.CommonException.NotFound;
import dev.colloquy.shared.domain.Rendered;
import dev.colloquy.shared.domain.port.in.Once;
import dev.colloquy.shared.domain.port.out.Attempts;
import dev.colloquy.shared.testkit.Actors;
import dev.colloquy.shared.testkit.InMemoryAttempts;
import dev.colloquy.shared.testkit.InMemoryDatabase;
import dev.colloquy.shared.testkit.InMemoryUnitOfWork;
import dev.colloquy.shared.testkit.LateCompletion;
import dev.colloquy.shared.testkit.Table;
import dev.colloquy.shared.testkit.TestClock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OnceHandlerTest {

  private final InMemoryDatabase database = new InMemoryDatabase();
  private final Table<Integer, String> effects = database.table();
  private final TestClock clock = new TestClock();
  private final LateCompletion late = new LateCompletion(database);
  private final InMemoryAttempts attempts = new InMemoryAttempts(database, clock);
  private final Actor.Person actor = Actors.anyone();
  private final AtomicInteger executions = new AtomicInteger();

  @AfterEach
  void stop() {
    late.close();
  }

  @ParameterizedTest(name = "adapter late: {0}")
  @ValueSource(booleans = {false, true})
  void answersARepeatedRequestWithTheFirstAnswerAndNoSecondEffect(boolean lateAdapter) {
    Once once = once(lateAdapter);

    Rendered first = valueOf(once.perform(attempt("key", "print"), this::effect, this::rendered));
    Rendered second = valueOf(once.perform(attempt("key", "print"), this::effect, this::rendered));

    assertThat(first).isEqualTo(rendered("effect 1"));
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.status()).isEqualTo(first.status());
    assertThat(second.headers()).isEqualTo(first.headers());
    assertThat(second.replayed()).isTrue();
    assertThat(effects.values()).containsExactly("effect 1");
  }

  @Test
  void doesTheWorkEveryTimeWhereThereIsNoKey() {
    Once once = once(false);
    Attempt withoutKey = new Attempt(actor, Optional.empty(), "print", OnceHandlerTest::allowed);

    valueOf(once.perform(withoutKey, this::effect, this::rendered));
    Rendered second = valueOf(once.perform(withoutKey, this::effect, this::rendered));

    assertThat(second.replayed()).isFalse();
    assertThat(effects.values()).containsExactly("effect 1", "effect 2");
  }

  @Test
  void refusesAKeyThatWasUsedForAnotherRequest() {
    Once once = once(false);

    valueOf(once.perform(attempt("key", "print"), this::effect, this::rendered));

    assertFailureOf(once.perform(attempt("key", "other"), this::effect, this::rendered))
        .isInstanceOf(IdempotencyKeyReused.class);
    assertThat(effects.values()).containsExactly("effect 1");
  }

  @Test
  void tellsTheSameKeyOfTwoUsersApart() {
    Once once = once(false);
    Attempt another =
        new Attempt(Actors.anyone(), Optional.of("key"), "print", OnceHandlerTest::allowed);

    valueOf(once.perform(attempt("key", "print"), this::effect, this::rendered));
    Rendered second = valueOf(once.perform(another, this::effect, this::rendered));

    assertThat(second.replayed()).isFalse();
    assertThat(effects.values()).hasSize(2);
  }

  @Test
  void refusesWhileTheFirstRequestIsStillRunning() {
    Once once = once(false);
    CompletableFuture<String> gate = new CompletableFuture<>();
    Step slow = late.of(Step.class, () -> gate);
    Supplier<CompletionStage<String>> slowly = () -> slow.run().thenCompose(done -> effect());

    CompletionStage<Rendered> first = once.perform(attempt("key", "print"), slowly, this::rendered);
    CompletionStage<Rendered> second =
        once.perform(attempt("key", "print"), this::effect, this::rendered);

    assertFailureOf(second).isInstanceOf(IdempotencyInProgress.class);
    gate.complete("go on");
    assertThat(valueOf(first)).isEqualTo(rendered("effect 1"));
    assertThat(effects.values()).containsExactly("effect 1");
  }

  /** Something that takes its time. */
  @FunctionalInterface
  interface Step {

    CompletionStage<String> run();
  }

  @Test
  void forgetsTheKeyAfterADay() {
    Once once = once(false);

    valueOf(once.perform(attempt("key", "print"), this::effect, this::rendered));
    clock.advance(Once.REMEMBERED);
    Rendered later = valueOf(once.perform(attempt("key", "other"), this::effect, this::rendered));
    clock.advance(Once.REMEMBERED.minus(Duration.ofNanos(1_000)));
    Rendered replay = valueOf(once.perform(attempt("key", "other"), this::effect, this::rendered));

    assertThat(later.replayed()).isFalse();
    assertThat(replay.replayed()).isTrue();
    assertThat(effects.values()).containsExactly("effect 1", "effect 2");
  }

  @Test
  void keepsNoRefusalSoThatTheRequestMayBeRepeated() {
    Once once = once(false);
    Supplier<CompletionStage<String>> refusal =
        () -> effect().thenCompose(done -> CompletableFuture.failedFuture(new NotFound("thing")));

    assertFailureOf(once.perform(attempt("key", "print"), refusal, this::rendered))
        .isInstanceOf(NotFound.class);
    Rendered second = valueOf(once.perform(attempt("key", "print"), this::effect, this::rendered));

    assertThat(second.replayed()).isFalse();
    assertThat(effects.values()).containsExactly("effect 2");
  }

  @Test
  void rollsBackWhereTheAnswerCannotBeRendered() {
    Once once = once(false);

    CompletionStage<Rendered> result =
        once.perform(
            attempt("key", "print"),
            this::effect,
            value -> {
              throw new IllegalStateException("cannot render");
            });

    assertFailureOf(result).hasMessage("cannot render");
    assertThat(effects.values()).isEmpty();
  }

  @Test
  void repeatsNothingThatTheCallerMayNoLongerSee() {
    Once once = once(false);
    Attempt afterwards =
        new Attempt(
            actor,
            Optional.of("key"),
            "print",
            () -> CompletableFuture.failedFuture(new AccessDenied("No longer yours.")));

    valueOf(once.perform(attempt("key", "print"), this::effect, this::rendered));

    assertFailureOf(once.perform(afterwards, this::effect, this::rendered))
        .isInstanceOf(AccessDenied.class);
  }

  @Test
  void leavesSecretsOutOfTheReplay() {
    Once once = once(false);

    Rendered first =
        valueOf(
            once.perform(
                attempt("key", "print"), this::effect, it -> rendered(it).withReplay("{}")));
    Rendered second = valueOf(once.perform(attempt("key", "print"), this::effect, this::rendered));

    assertThat(first.body()).isEqualTo(rendered("effect 1").body());
    assertThat(second.body()).isEqualTo("{}");
    assertThat(second.replayed()).isTrue();
  }

  private Once once(boolean lateAdapter) {
    Attempts adapter = lateAdapter ? late.of(Attempts.class, attempts) : attempts;
    return new OnceHandler(new InMemoryUnitOfWork(database), adapter, clock);
  }

  private Attempt attempt(String key, String fingerprint) {
    return new Attempt(actor, Optional.of(key), fingerprint, OnceHandlerTest::allowed);
  }

  private CompletionStage<String> effect() {
    int number = executions.incrementAndGet();
    return database.inUnitOfWork(
        () -> {
          effects.put(number, "effect " + number);
          return "effect " + number;
        });
  }

  private Rendered rendered(String effect) {
    return new Rendered(201, Map.of("Location", "/" + effect), "{\"is\":\"" + effect + "\"}");
  }

  private static CompletionStage<Void> allowed() {
    return CompletableFuture.completedStage(true).thenAccept(yes -> {});
  }
}
