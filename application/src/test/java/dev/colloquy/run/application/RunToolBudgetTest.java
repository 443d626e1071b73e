package dev.colloquy.run.application;

import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.model.domain.FinishReason;
import dev.colloquy.model.domain.ModelEvent;
import dev.colloquy.model.domain.ToolRequest;
import dev.colloquy.run.domain.Run;
import dev.colloquy.run.domain.RunStatus;
import dev.colloquy.run.domain.port.in.DecideApprovals;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.tool.domain.ToolName;
import dev.colloquy.usage.domain.Metric;
import dev.colloquy.usage.domain.Period;
import dev.colloquy.usage.domain.Quota;
import dev.colloquy.usage.domain.QuotaSubject.OneUser;
import dev.colloquy.usage.domain.Standing;
import org.junit.jupiter.api.Test;

/** What runs take of quotas whose models ask for tools, and answer more than once. */
final class RunToolBudgetTest {

  private static final ToolName OVEN = new ToolName("oven");
  private static final ToolName LETTER = new ToolName("send_letter");

  private final RunTrial trial = new RunTrial();
  private final RunWorld world = trial.world;

  private Quota limited(long tokens) {
    return world.usage.limited(
        new OneUser(trial.alice.user()), Metric.TOKENS, Period.MONTH, tokens);
  }

  private long reserved(Quota quota) {
    return standing(quota).reserved().longValueExact();
  }

  private long used(Quota quota) {
    return standing(quota).used().longValueExact();
  }

  private Standing standing(Quota quota) {
    return world.usage.standing(trial.alice.user(), quota, world.clock.instant());
  }

  /** The model answers with a wish, and is counted to have taken ten tokens and four. */
  private void asksFor(ToolName tool) {
    trial
        .call()
        .said("Let me see. ")
        .event(new ModelEvent.ToolAsked(new ToolRequest("1", tool.value(), "{}")))
        .counted(10, 4)
        .completed(FinishReason.TOOL_CALLS);
  }

  @Test
  void reservesTheNextAnswerBesideWhatWasTaken() {
    Quota quota = limited(1_000_000);
    trial.running(OVEN);
    long first = reserved(quota);

    asksFor(OVEN);
    world.oven.last().answered("Baked.");

    assertThat(reserved(quota)).isGreaterThan(first + 14);
    assertThat(used(quota)).isZero();
  }

  @Test
  void settlesAllAnswersTogether() {
    Quota quota = limited(1_000_000);
    trial.running(OVEN);
    asksFor(OVEN);
    world.oven.last().answered("Baked.");

    trial.call().said("Done.").counted(20, 3).completed();

    assertThat(used(quota)).isEqualTo(14 + 23);
    assertThat(reserved(quota)).isZero();
    assertThat(world.usage.underWay()).isZero();
  }

  @Test
  void endsWhereNoQuotaHoldsOneMoreAnswer() {
    Quota ample = limited(1_000_000);
    Run run = trial.running(OVEN);
    world.usage.limited(
        new OneUser(trial.alice.user()), Metric.TOKENS, Period.DAY, reserved(ample));

    asksFor(OVEN);
    world.oven.last().answered("Baked.");

    assertThat(trial.now(run).status()).isEqualTo(RunStatus.FAILED);
    assertThat(trial.error(run)).isEqualTo("QUOTA_EXCEEDED");
    assertThat(RunTrial.text(trial.answer())).isEqualTo("Let me see. ");
    assertThat(used(ample)).isEqualTo(14);
    assertThat(reserved(ample)).isZero();
  }

  @Test
  void holdsNoMoreThanItTookWhileItWaits() {
    Quota quota = limited(1_000_000);
    trial.running(LETTER);

    asksFor(LETTER);

    assertThat(reserved(quota)).isEqualTo(14);
    assertThat(used(quota)).isZero();
  }

  @Test
  void settlesWhatWasTakenBeforeItWaited() {
    Quota quota = limited(1_000_000);
    Run run = trial.running(LETTER);
    asksFor(LETTER);
    decided(true);
    world.letter.last().answered("Sent.");

    trial.call().said("Done.").counted(20, 3).completed();

    assertThat(trial.now(run).status()).isEqualTo(RunStatus.COMPLETED);
    assertThat(used(quota)).isEqualTo(14 + 23);
    assertThat(reserved(quota)).isZero();
  }

  @Test
  void settlesWhatWasTakenWhereItIsCalledOffWhileItWaits() {
    Quota quota = limited(1_000_000);
    Run run = trial.running(LETTER);
    asksFor(LETTER);

    trial.cancel(run);
    trial.node.round();

    assertThat(trial.now(run).status()).isEqualTo(RunStatus.CANCELLED);
    assertThat(used(quota)).isEqualTo(14);
    assertThat(reserved(quota)).isZero();
  }

  private void decided(boolean allowed) {
    var open = valueOf(world.approval().pending(trial.alice, PageRequest.first())).items();
    valueOf(
        world
            .approval()
            .handle(new DecideApprovals.Command(trial.alice, open.getFirst().id(), allowed)));
    trial.node.round();
  }
}
