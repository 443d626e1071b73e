package dev.colloquy.run.application;

import static dev.colloquy.shared.testkit.Stages.assertFailureOf;
import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.conversation.domain.Content;
import dev.colloquy.conversation.domain.Conversation;
import dev.colloquy.model.domain.ModelCallFailed.Fault;
import dev.colloquy.run.domain.OnConflict;
import dev.colloquy.run.domain.Run;
import dev.colloquy.run.domain.RunStatus;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.usage.domain.Metric;
import dev.colloquy.usage.domain.Period;
import dev.colloquy.usage.domain.Quota;
import dev.colloquy.usage.domain.QuotaSubject.OneUser;
import dev.colloquy.usage.domain.QuotaSubject.OneWorkspace;
import dev.colloquy.usage.domain.Standing;
import dev.colloquy.usage.domain.UsageException.QuotaExceeded;
import dev.colloquy.usage.domain.UsageGroup;
import dev.colloquy.usage.domain.UsageLine;
import dev.colloquy.usage.domain.UsageSpan;
import dev.colloquy.usage.domain.port.out.UsageReadModel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** What runs take of quotas, and that they give back what they do not need. */
final class RunBudgetTest {

  /** Four and one for each three bytes of "How?". */
  private static final int PROMPT = 6;

  private final RunTrial trial = new RunTrial();
  private final RunWorld world = trial.world;

  private Quota limited(long tokens) {
    return world.usage.limited(
        new OneUser(trial.alice.user()), Metric.TOKENS, Period.MONTH, tokens);
  }

  private CompletionStage<Run> asking(
      Conversation conversation, int maxTokens, OnConflict onConflict) {
    return world
        .start()
        .handle(
            Questions.of(
                trial.alice,
                conversation,
                List.of(new Content("How?")),
                Optional.of(maxTokens),
                onConflict));
  }

  private Run asked(int maxTokens) {
    return valueOf(asking(world.conversation(trial.alice), maxTokens, OnConflict.REJECT));
  }

  private void stands(Quota quota, long used, long reserved) {
    Standing standing = world.usage.standing(trial.alice.user(), quota, world.clock.instant());
    assertThat(standing.used()).isEqualByComparingTo(Long.toString(used));
    assertThat(standing.reserved()).isEqualByComparingTo(Long.toString(reserved));
  }

  private List<UsageLine> ledger() {
    UsageSpan span =
        new UsageSpan(
            world.clock.instant().minus(Duration.ofDays(30)),
            world.clock.instant().plus(Duration.ofDays(1)));
    return valueOf(
            world
                .usage
                .readModel()
                .sums(
                    new UsageReadModel.Filter(
                        Optional.of(trial.alice.user()), Optional.empty(), span),
                    UsageGroup.MODEL,
                    PageRequest.first()))
        .items();
  }

  @Test
  void reservesThePromptAndTheLongestAnswerAndSettlesWhatItTook() {
    Quota quota = limited(1_000);
    asked(100);
    stands(quota, 0, PROMPT + 100);
    trial.node.round();

    trial.call().said("Flour").counted(5, 2).completed();

    stands(quota, 7, 0);
    assertThat(ledger())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.group()).isEqualTo(trial.model.id().toString());
              assertThat(line.requests()).isEqualTo(1);
              assertThat(line.taken().promptTokens()).isEqualTo(5);
              assertThat(line.taken().completionTokens()).isEqualTo(2);
              assertThat(line.taken().cost()).isEqualByComparingTo("0.009");
            });
  }

  @Test
  void countsWhatIsReadBeforeTheQuestion() {
    Quota quota = limited(1_000);
    Conversation conversation = world.conversation(trial.alice);
    world.said(trial.alice, conversation, "abcdef");

    valueOf(asking(conversation, 100, OnConflict.REJECT));

    stands(quota, 0, PROMPT + PROMPT + 100);
  }

  @Test
  void refusesWhatIsTooMuchAndLeavesNothing() {
    Quota quota = limited(PROMPT + 99);
    Conversation conversation = world.conversation(trial.alice);

    assertFailureOf(asking(conversation, 100, OnConflict.REJECT)).isInstanceOf(QuotaExceeded.class);

    stands(quota, 0, 0);
    assertThat(world.messages(trial.alice, conversation)).isEmpty();
    assertThat(world.ground.talks().events().types()).doesNotContain("run.queued");
  }

  @Test
  void sharesAWorkspacesLimit() {
    Conversation conversation = world.conversation(trial.bob, trial.alice);
    world.usage.limited(
        new OneWorkspace(conversation.home().workspace()), Metric.REQUESTS, Period.DAY, 1);
    valueOf(asking(conversation, 100, OnConflict.REJECT));

    assertFailureOf(asking(conversation, 100, OnConflict.QUEUE)).isInstanceOf(QuotaExceeded.class);
  }

  @Test
  void givesBackWhatARunHadReservedThatIsCalledOffBeforeItsTurn() {
    Quota quota = limited(1_000);
    Run run = asked(100);

    trial.cancel(run);

    stands(quota, 0, 0);
    assertThat(ledger()).isEmpty();
  }

  @Test
  void givesBackWhatItInterruptsBeforeItReserves() {
    Quota quota = limited(PROMPT * 3 + 100);
    Conversation conversation = world.conversation(trial.alice);
    Run first = valueOf(asking(conversation, 100, OnConflict.REJECT));

    valueOf(asking(conversation, 100, OnConflict.INTERRUPT));

    assertThat(world.now(first).status()).isEqualTo(RunStatus.CANCELLED);
    stands(quota, 0, 2 * PROMPT + 100);
  }

  @Test
  void settlesAnEstimateOfWhatWasCutOff() {
    Quota quota = limited(1_000);
    Run run = asked(100);
    trial.node.round();
    trial.call().said("Flour ");

    trial.cancel(run);
    trial.node.ring();

    assertThat(world.now(run).status()).isEqualTo(RunStatus.CANCELLED);
    stands(quota, PROMPT + 2, 0);
  }

  @Test
  void settlesNothingButTheRequestWhereTheModelRefused() {
    Quota quota = limited(1_000);
    asked(100);
    trial.node.round();

    trial.call().failed(Fault.REFUSED);

    stands(quota, 0, 0);
    assertThat(ledger()).extracting(UsageLine::requests).containsExactly(1L);
  }

  @Test
  void settlesWhatRanOutOfTime() {
    Quota quota = limited(1_000);
    Run run = asked(100);
    trial.node.round();

    trial.node.advance(Run.MAX_DURATION.plusSeconds(2));

    assertThat(world.now(run).status()).isEqualTo(RunStatus.EXPIRED);
    stands(quota, 0, 0);
  }

  @Test
  void givesBackWhatWasLostTimeAndAgain() {
    Quota quota = limited(1_000);
    Run run = asked(100);
    for (int i = 0; i <= Run.MAX_ATTEMPTS; i++) {
      RunNode lost = new RunNode(world);
      lost.round();
      world.ground.lose(UUID.randomUUID());
    }

    assertThat(world.now(run).status()).isEqualTo(RunStatus.FAILED);
    assertThat(trial.error(run)).isEqualTo("RUN_LOST");
    stands(quota, 0, 0);
  }

  @Test
  void givesBackWhatWasReservedForAModelThatIsGone() {
    Quota quota = limited(1_000);
    Run run = asked(100);
    world.models.clear();

    trial.node.round();

    assertThat(trial.error(run)).isEqualTo("MODEL_NOT_ENABLED");
    stands(quota, 0, 0);
    assertThat(ledger()).isEmpty();
  }

  @Test
  void reservesAgainForWhatIsDoneAgain() {
    Quota quota = limited(1_000);
    Run run = asked(100);
    trial.node.round();
    trial.call().said("Flour").counted(5, 2).completed();

    Run again = valueOf(world.control().retry(trial.alice, run.id()));

    stands(quota, 7, PROMPT + 100);
    world.models.clear();
    trial.cancel(again);
    stands(quota, 7, 0);
  }
}
