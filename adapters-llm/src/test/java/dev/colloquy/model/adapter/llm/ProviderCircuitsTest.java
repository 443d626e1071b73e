package dev.colloquy.model.adapter.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.model.domain.Circuit;
import dev.colloquy.model.domain.Circuit.State;
import dev.colloquy.model.domain.Dialect;
import dev.colloquy.model.domain.ModelCall;
import dev.colloquy.model.domain.ModelCallFailed;
import dev.colloquy.model.domain.ModelCallFailed.Fault;
import dev.colloquy.model.domain.ModelEndpoint;
import dev.colloquy.model.domain.ProviderId;
import dev.colloquy.model.domain.ProviderKind;
import dev.colloquy.model.domain.Turn;
import dev.colloquy.shared.testkit.TestClock;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls of a provider that fails, until it is left alone and until it is back. */
final class ProviderCircuitsTest {

  private static final String FAILS = "HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n";
  private static final String BUSY =
      "HTTP/1.1 429 Slow down\r\nRetry-After: 20\r\nContent-Length: 0\r\n\r\n";

  private final Vertx vertx = Vertx.vertx();
  private final TestClock clock = new TestClock();
  private final ProviderCircuits circuits = new ProviderCircuits(clock);
  private final VertxLanguageModel model = new VertxLanguageModel(vertx, Calls.RULES, circuits);
  private final ProviderId provider = Calls.provider();
  private final AtomicInteger admissions = new AtomicInteger();
  private volatile String answer = FAILS;

  private final HostileServer server =
      new HostileServer(
          line -> {
            line.read();
            if (answer.isEmpty()) {
              line.awaitClose();
            }
            line.send(answer);
          });

  @AfterEach
  void stop() {
    server.close();
    vertx.close();
  }

  private ModelCall call(long version) {
    return new ModelCall(
        new ModelEndpoint(
            provider,
            version,
            ProviderKind.OPENAI,
            Optional.of(server.address()),
            Optional.of(Calls.KEY),
            Dialect.usual(ProviderKind.OPENAI),
            false),
        "model-a",
        List.of(new Turn.Asked("Hello?")),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Calls.PATIENCE);
  }

  private Reader asked() {
    return Reader.of(model.answer(call(1))).awaitEnd();
  }

  private void failing(int calls) {
    for (int i = 0; i < calls; i++) {
      assertThat(asked().callFailure().fault()).isEqualTo(Fault.UNAVAILABLE);
    }
  }

  @Test
  void makesNoCallWhileAProviderIsLeftAlone() {
    failing(5);

    Reader sixth = asked();

    assertThat(sixth.callFailure().fault()).isEqualTo(Fault.UNAVAILABLE);
    assertThat(sixth.callFailure().retryAfter()).contains(Breaker.PAUSE);
    assertThat(server.requests).hasSize(5);
    assertThat(circuits.of(provider, 1).state()).isEqualTo(State.OPEN);
    assertThat(circuits.count(State.OPEN)).isEqualTo(1);
  }

  @Test
  void asksForAdmissionOnlyWhereACallIsMade() {
    failing(5);
    assertThat(counted().callFailure().retryAfter()).contains(Breaker.PAUSE);
    assertThat(admissions).hasValue(0);

    clock.advance(Breaker.PAUSE);
    answer = "";
    Reader trial = Reader.of(model.answer(call(1), this::admitted));
    trial.await(() -> server.requests.size() == 6);

    assertThat(counted().callFailure().retryAfter()).contains(Duration.ofSeconds(1));
    assertThat(admissions).hasValue(1);
  }

  @Test
  void holdsNothingAgainstAProviderThatNobodyWasAdmittedTo() {
    failing(5);
    clock.advance(Breaker.PAUSE);
    ModelCallFailed tooMany =
        new ModelCallFailed(Fault.RATE_LIMITED, "Enough.", Optional.of(Duration.ofSeconds(9)));
    answer = Transcripts.whole(ProviderKind.OPENAI);

    Reader refused =
        Reader.of(model.answer(call(1), () -> CompletableFuture.failedFuture(tooMany))).awaitEnd();

    assertThat(refused.callFailure()).isSameAs(tooMany);
    assertThat(server.requests).hasSize(5);
    assertThat(circuits.of(provider, 1).state()).isEqualTo(State.HALF_OPEN);
    assertThat(asked().text()).isEqualTo(Transcripts.TEXT);
    assertThat(circuits.of(provider, 1)).isEqualTo(Circuit.CLOSED);
  }

  @Test
  void makesNoCallThatIsAdmittedToNobodyAnyMore() {
    CompletableFuture<Void> later = new CompletableFuture<>();
    failing(5);
    clock.advance(Breaker.PAUSE);
    Reader impatient = Reader.of(model.answer(call(1), () -> later));
    impatient.cancel();
    answer = Transcripts.whole(ProviderKind.OPENAI);

    later.complete(null);

    impatient.await(() -> asked().pieces.size() > 0);
    assertThat(server.requests).hasSize(6);
    assertThat(impatient.ends).hasValue(0);
  }

  private Reader counted() {
    return Reader.of(model.answer(call(1), this::admitted)).awaitEnd();
  }

  private CompletionStage<Void> admitted() {
    admissions.incrementAndGet();
    return CompletableFuture.completedFuture(null);
  }

  @Test
  void callsAgainOnceOneCallWasAnswered() {
    failing(5);
    clock.advance(Breaker.PAUSE);
    answer = Transcripts.whole(ProviderKind.OPENAI);

    assertThat(asked().text()).isEqualTo(Transcripts.TEXT);
    assertThat(asked().text()).isEqualTo(Transcripts.TEXT);

    assertThat(circuits.of(provider, 1)).isEqualTo(Circuit.CLOSED);
  }

  @Test
  void doesNotHangOnACallThatItsReaderGaveUp() {
    failing(5);
    clock.advance(Breaker.PAUSE);
    answer = "";
    Reader patient = Reader.of(model.answer(call(1)));
    patient.await(() -> server.requests.size() == 6);
    assertThat(asked().callFailure().retryAfter()).contains(Duration.ofSeconds(1));

    patient.cancel();
    patient.await(() -> server.lines.getLast().closedAt.isDone());
    answer = Transcripts.whole(ProviderKind.OPENAI);

    assertThat(asked().text()).isEqualTo(Transcripts.TEXT);
  }

  @Test
  void leavesAProviderAloneThatWantsFewerCalls() {
    answer = BUSY;
    assertThat(asked().callFailure().fault()).isEqualTo(Fault.RATE_LIMITED);

    clock.advance(Duration.ofSeconds(5));

    assertThat(asked().callFailure().fault()).isEqualTo(Fault.RATE_LIMITED);
    assertThat(asked().callFailure().retryAfter()).contains(Duration.ofSeconds(15));
    assertThat(server.requests).hasSize(1);
  }

  @Test
  void triesAProviderThatIsLeftAlone() {
    failing(5);

    Reader inVain = Reader.of(model.trial().answer(call(1))).awaitEnd();
    answer = Transcripts.whole(ProviderKind.OPENAI);
    assertThat(circuits.of(provider, 1).state()).isEqualTo(State.OPEN);
    Reader trial = Reader.of(model.trial().answer(call(1))).awaitEnd();

    assertThat(inVain.callFailure().fault()).isEqualTo(Fault.UNAVAILABLE);
    assertThat(trial.text()).isEqualTo(Transcripts.TEXT);
    assertThat(circuits.of(provider, 1)).isEqualTo(Circuit.CLOSED);
    assertThat(asked().text()).isEqualTo(Transcripts.TEXT);
  }

  @Test
  void holdsNothingAgainstAProviderThatWasSetUpOtherwise() {
    failing(5);

    Reader changed = Reader.of(model.answer(call(2))).awaitEnd();

    assertThat(server.requests).hasSize(6);
    assertThat(changed.callFailure().retryAfter()).isEmpty();
    assertThat(circuits.of(provider, 2)).isEqualTo(Circuit.CLOSED);
    assertThat(circuits.of(provider, 3)).isEqualTo(Circuit.CLOSED);
  }

  @Test
  void neverLeavesTheRehearsalAlone() {
    ModelCall rehearsed = Calls.rehearsal("/fail unavailable");
    for (int i = 0; i < 6; i++) {
      assertThat(Reader.of(model.answer(rehearsed)).awaitEnd().callFailure().retryAfter())
          .isEmpty();
    }

    assertThat(circuits.count(State.OPEN)).isZero();
  }
}
