package dev.colloquy.usage.testkit;

import static dev.colloquy.shared.testkit.Stages.valueOf;
import static dev.colloquy.usage.testkit.UsageGround.NOON;
import static dev.colloquy.usage.testkit.UsageGround.alone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.usage.domain.Call;
import dev.colloquy.usage.domain.Metric;
import dev.colloquy.usage.domain.Period;
import dev.colloquy.usage.domain.Quota;
import dev.colloquy.usage.domain.QuotaSubject.OneUser;
import dev.colloquy.usage.domain.QuotaSubject.OneWorkspace;
import dev.colloquy.usage.domain.Spender;
import dev.colloquy.usage.domain.Standing;
import dev.colloquy.usage.domain.port.out.UsageMeter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;

/** What holds where very many count at once, on two nodes. */
public interface UsageRaces {

  UsageGround ground();

  private UsageMeter node(int i) {
    return i % 2 == 0 ? ground().meter() : ground().elsewhere();
  }

  private static long succeeded(List<CompletionStage<Void>> racing) {
    return racing.stream()
        .filter(each -> valueOf(each.handle((done, failure) -> failure == null)))
        .count();
  }

  private CompletionStage<Void> whole(int i, Call call, long answer) {
    return ground()
        .reserving(node(i), call)
        .thenCompose(
            reserved ->
                ground()
                    .within(
                        () ->
                            i % 3 == 0
                                ? node(i + 1).release(call.id())
                                : node(i + 1).settle(call.id(), UsageGround.taking(10, answer))));
  }

  @RepeatedTest(5)
  default void neverReservesATokenMoreThanThereIs() {
    UserId user = ground().user();
    Quota quota = ground().limited(new OneUser(user), Metric.TOKENS, Period.DAY, 1019);

    List<CompletionStage<Void>> racing =
        IntStream.range(0, 50)
            .mapToObj(i -> ground().reserving(node(i), ground().call(alone(user), 90, NOON)))
            .toList();

    assertThat(succeeded(racing)).isEqualTo(10);
    Standing after = ground().standing(user, quota, NOON);
    assertThat(after.reserved()).isEqualByComparingTo("1000");
    assertThat(after.left()).isEqualByComparingTo("19");
  }

  @RepeatedTest(5)
  default void neitherLosesNorDoublesWhatIsSettledAndReleasedMeanwhile() {
    UserId user = ground().user();
    Quota quota = ground().limited(new OneUser(user), Metric.TOKENS, Period.DAY, 1_000_000);

    List<CompletionStage<Void>> racing =
        IntStream.range(0, 60)
            .mapToObj(i -> whole(i, ground().call(alone(user), 90, NOON), 20))
            .toList();

    assertThat(succeeded(racing)).isEqualTo(60);
    Standing after = ground().standing(user, quota, NOON);
    assertThat(after.used()).isEqualByComparingTo("1200"); // 40 of 30 tokens each
    assertThat(after.reserved()).isZero();
  }

  @RepeatedTest(5)
  default void nobodyWaitsInACircleHoweverQuotasCross() {
    UserId one = ground().user();
    UserId other = ground().user();
    WorkspaceId here = ground().workspace(one);
    WorkspaceId there = ground().workspace(other);
    Quota first = ground().limited(new OneUser(one), Metric.TOKENS, Period.DAY, 1_000_000);
    ground().limited(new OneWorkspace(here), Metric.TOKENS, Period.DAY, 1_000_000);
    ground().limited(new OneUser(other), Metric.TOKENS, Period.DAY, 1_000_000);
    ground().limited(new OneWorkspace(there), Metric.TOKENS, Period.DAY, 1_000_000);

    List<CompletionStage<Void>> racing =
        IntStream.range(0, 60)
            .mapToObj(
                i ->
                    whole(
                        i,
                        ground()
                            .call(
                                new Spender(
                                    i % 2 == 0 ? one : other,
                                    Optional.empty(),
                                    Optional.of(i % 4 < 2 ? here : there)),
                                90,
                                NOON),
                        20))
            .toList();

    assertThat(succeeded(racing)).isEqualTo(60);
    assertThat(ground().standing(one, first, NOON).reserved()).isZero();
  }

  @RepeatedTest(5)
  default void aQuotaThatIsSetMeanwhileMissesNothing() {
    UserId user = ground().user();
    Quota quota = ground().quota(new OneUser(user), Metric.TOKENS, Period.DAY, 1_000_000);

    List<CompletionStage<Void>> racing = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      racing.add(whole(i, ground().call(alone(user), 90, NOON), 20));
      if (i == 20) {
        racing.add(
            ground().within(() -> ground().quotas().add(Change.of(quota))).thenAccept(set -> {}));
      }
    }

    assertThat(succeeded(racing)).isEqualTo(41);
    Standing after = ground().standing(user, quota, NOON);
    assertThat(after.used()).isEqualByComparingTo("780"); // 26 of 30 tokens each
    assertThat(after.reserved()).isZero();
  }
}
