package dev.colloquy.run.application;

import static dev.colloquy.shared.testkit.Stages.assertFailureOf;
import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.model.domain.Model;
import dev.colloquy.model.domain.ModelCallFailed.Fault;
import dev.colloquy.run.domain.Run;
import dev.colloquy.run.domain.RunSignal;
import dev.colloquy.run.domain.RunSignal.Type;
import dev.colloquy.run.domain.RunStatus;
import dev.colloquy.shared.domain.CommonException.ValidationError;
import dev.colloquy.usage.domain.Metric;
import dev.colloquy.usage.domain.Period;
import dev.colloquy.usage.domain.Quota;
import dev.colloquy.usage.domain.QuotaSubject.OneUser;
import dev.colloquy.usage.domain.UsageGroup;
import dev.colloquy.usage.domain.UsageLine;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where nothing comes of a model, another one is asked. */
final class RunFallbackTest {

  private final RunTrial trial = new RunTrial();
  private final RunWorld world = trial.world;
  private final Model second = world.model("second", 2);
  private final Model third = world.model("third", 3);

  @BeforeEach
  void rule() {
    trial.rule(trial.model, second, third);
  }

  private List<RunSignal> escalations(Run run) {
    return world.stream(run).stream()
        .map(it -> it.signal())
        .filter(it -> it.type() == Type.ESCALATED)
        .toList();
  }

  private String asked() {
    return trial.call().question().model();
  }

  @Test
  void keepsWhoIsAskedInTurn() {
    Run run = trial.running();

    assertThat(run.order().model()).isEqualTo(trial.model.id());
    assertThat(run.order().fallbacks()).containsExactly(second.id(), third.id());
    assertThat(asked()).isEqualTo("first");
  }

  @Test
  void asksTheNextAtOnceWhereOneFailsBeforeItsFirstWord() {
    Run run = trial.running();

    trial.call().failed(Fault.UNAVAILABLE);
    String next = asked();
    trial.call().said("Knead.").counted(3, 1).completed();

    assertThat(next).isEqualTo("second");
    assertThat(trial.now(run).status()).isEqualTo(RunStatus.COMPLETED);
    assertThat(trial.answer().sender().id()).isEqualTo(second.id().value());
    assertThat(escalations(run))
        .singleElement()
        .satisfies(
            it ->
                assertThat(it.data())
                    .containsEntry("from_model_id", trial.model.id().toString())
                    .containsEntry("to_model_id", second.id().toString())
                    .containsEntry("code", "MODEL_UNAVAILABLE")
                    .containsKey("detail"));
  }

  @Test
  void passesOverOneThatIsGoneMeanwhile() {
    trial.running();
    world.models.remove(second);

    trial.call().failed(Fault.KEY_REFUSED);

    assertThat(asked()).isEqualTo("third");
  }

  @Test
  void asksAgainAsLongAsOneIsLeftOfThoseInTurn() {
    Run run = trial.running();
    trial.call().said("Knead.").completed();
    world.models.remove(trial.model);
    world.models.remove(second);

    Run again = trial.again(run);
    trial.call().said("Wait.").completed();

    assertThat(asked()).isEqualTo("third");
    assertThat(trial.now(again).status()).isEqualTo(RunStatus.COMPLETED);
    world.models.remove(third);
    world.model("fourth", 4);
    assertFailureOf(world.control().retry(trial.alice, run.id()))
        .isInstanceOf(ValidationError.class);
  }

  @Test
  void asksTheNextWhereOneHasNothingToSay() {
    Run run = trial.running();

    trial.call().completed();
    trial.call().said("Knead.").completed();

    assertThat(trial.now(run).status()).isEqualTo(RunStatus.COMPLETED);
    assertThat(escalations(run)).extracting(it -> it.text("code")).containsExactly("EMPTY_ANSWER");
  }

  @Test
  void staysWithWhoHasSpoken() {
    Run run = trial.running();
    trial.call().said("Knead");

    trial.call().failed(Fault.UNAVAILABLE);

    assertThat(asked()).isEqualTo("first");
    assertThat(trial.error(run)).isEqualTo("MODEL_UNAVAILABLE");
    assertThat(RunTrial.text(trial.answer())).isEqualTo("Knead");
  }

  @Test
  void triesTheLastOneAgainAsIfItWereAlone() {
    Run run = trial.running();
    trial.call().failed(Fault.UNAVAILABLE);
    trial.call().failed(Fault.UNAVAILABLE);
    trial.call().failed(Fault.UNAVAILABLE);

    trial.node.advance(Duration.ofSeconds(1));
    trial.call().said("Knead.").completed();

    assertThat(asked()).isEqualTo("third");
    assertThat(world.language.calls()).hasSize(4);
    assertThat(trial.now(run).status()).isEqualTo(RunStatus.COMPLETED);
    assertThat(escalations(run)).hasSize(2);
  }

  @Test
  void chargesForWhomItAskedLast() {
    Quota quota =
        world.usage.limited(
            new OneUser(trial.alice.user()), Metric.TOKENS, Period.MONTH, 1_000_000);
    trial.running();

    trial.call().failed(Fault.UNAVAILABLE);
    trial.call().said("Knead.").counted(3, 1).completed();

    assertThat(world.usage.standing(trial.alice.user(), quota, world.clock.instant()).used())
        .isEqualByComparingTo("4");
    assertThat(world.usage.sums(trial.alice.user(), UsageGroup.MODEL))
        .extracting(UsageLine::group)
        .containsExactly(second.id().toString());
  }

  @Test
  void asksNobodyElseThanWhomTheUserNamed() {
    Run run = trial.naming("second");

    trial.call().failed(Fault.KEY_REFUSED);

    assertThat(run.order().fallbacks()).isEmpty();
    assertThat(trial.error(run)).isEqualTo("MODEL_KEY_REFUSED");
  }

  @Test
  void reservesNothingForOneThatIsGone() {
    Quota quota =
        world.usage.limited(new OneUser(trial.alice.user()), Metric.TOKENS, Period.MONTH, 100_000);
    Run run = trial.asked("How do I bake bread?");
    trial.cancel(run);
    world.models.remove(trial.model);

    valueOf(world.control().retry(trial.alice, run.id()));

    assertThat(world.usage.standing(trial.alice.user(), quota, world.clock.instant()).reserved())
        .isEqualByComparingTo("0");
    assertThat(world.usage.underWay()).isEqualTo(1);
  }
}
