package dev.colloquy.usage.testkit;

import static dev.colloquy.shared.testkit.Stages.assertFailureOf;
import static dev.colloquy.shared.testkit.Stages.valueOf;
import static dev.colloquy.usage.testkit.UsageGround.NOON;
import static dev.colloquy.usage.testkit.UsageGround.alone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.shared.domain.ApiKeyId;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.usage.domain.Call;
import dev.colloquy.usage.domain.CallId;
import dev.colloquy.usage.domain.Metric;
import dev.colloquy.usage.domain.Period;
import dev.colloquy.usage.domain.Plan;
import dev.colloquy.usage.domain.Quota;
import dev.colloquy.usage.domain.QuotaSubject;
import dev.colloquy.usage.domain.QuotaSubject.OneUser;
import dev.colloquy.usage.domain.Spender;
import dev.colloquy.usage.domain.Standing;
import dev.colloquy.usage.domain.UsageException.QuotaExceeded;
import dev.colloquy.usage.domain.UsageGroup;
import dev.colloquy.usage.domain.port.out.UsageMeter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every meter does. */
public interface UsageMeterContract {

  UsageGround ground();

  private Quota tokensADay(UserId user, long limit) {
    return ground().limited(new OneUser(user), Metric.TOKENS, Period.DAY, limit);
  }

  private Standing now(UserId user, Quota quota) {
    return ground().standing(user, quota, NOON);
  }

  private static void stands(Standing standing, long used, long reserved, long left) {
    assertThat(standing.used()).isEqualByComparingTo(Long.toString(used));
    assertThat(standing.reserved()).isEqualByComparingTo(Long.toString(reserved));
    assertThat(standing.left()).isEqualByComparingTo(Long.toString(left));
  }

  @Test
  default void countsWithoutAnyQuota() {
    UserId user = ground().user();
    Call call = ground().reserved(ground().call(alone(user), 90, NOON));

    ground().settle(call, 8, 30);

    assertThat(ground().sums(user, UsageGroup.DAY))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.group()).isEqualTo("2026-03-17");
              assertThat(line.requests()).isEqualTo(1);
              assertThat(line.taken().promptTokens()).isEqualTo(8);
              assertThat(line.taken().completionTokens()).isEqualTo(30);
              assertThat(line.taken().cost()).isEqualByComparingTo("0.038");
            });
  }

  @Test
  default void reservesWhatACallMayTakeAndSettlesWhatItTook() {
    UserId user = ground().user();
    Quota quota = tokensADay(user, 1000);

    Call call = ground().reserved(ground().call(alone(user), 90, NOON));
    Standing meanwhile = now(user, quota);
    ground().settle(call, 8, 30);

    stands(meanwhile, 0, 100, 900);
    stands(now(user, quota), 38, 0, 962);
  }

  @Test
  default void holdsMoreOrLessForACallThatTurnsOutSo() {
    UserId user = ground().user();
    Quota quota = tokensADay(user, 200);
    ground().limited(new OneUser(user), Metric.REQUESTS, Period.DAY, 1);
    Call call = ground().reserved(ground().call(alone(user), 90, NOON));

    ground().expect(call, 20, 180);
    Standing more = now(user, quota);
    ground().expect(call, 10, 20);
    Standing less = now(user, quota);
    ground().settle(call, 8, 30);

    stands(more, 0, 200, 0);
    stands(less, 0, 30, 170);
    stands(now(user, quota), 38, 0, 162);
  }

  @Test
  default void refusesATokenMoreThanAQuotaHolds() {
    UserId user = ground().user();
    Quota quota = tokensADay(user, 200);
    Call call = ground().reserved(ground().call(alone(user), 90, NOON));
    ground().reserved(ground().call(alone(user), 10, NOON));

    assertFailureOf(ground().expecting(call, 20, 161)).isInstanceOf(QuotaExceeded.class);

    stands(now(user, quota), 0, 120, 80);
    ground().expect(call, 20, 160);
    stands(now(user, quota), 0, 200, 0);
  }

  @Test
  default void holdsLessThoughTheQuotaHoldsNeither() {
    UserId user = ground().user();
    Call call = ground().reserved(ground().call(alone(user), 90, NOON));
    Quota quota = tokensADay(user, 20);

    ground().expect(call, 10, 70);

    stands(now(user, quota), 0, 80, 0);
  }

  @Test
  default void writesTheModelIntoTheLedgerThatWasAskedLast() {
    UserId user = ground().user();
    Call call = ground().reserved(ground().call(alone(user), 90, NOON));
    UUID other = UUID.randomUUID();

    valueOf(
        ground()
            .within(() -> ground().meter().expect(call.id(), other, UsageGround.taking(10, 20))));
    ground().settle(call, 8, 30);

    assertThat(ground().sums(user, UsageGroup.MODEL))
        .extracting(line -> line.group())
        .containsExactly(other.toString());
  }

  @Test
  default void expectsNothingOfWhatIsNotUnderWay() {
    UserId user = ground().user();
    Quota quota = tokensADay(user, 200);

    ground().expect(ground().call(alone(user), 90, NOON), 10, 1_000);

    stands(now(user, quota), 0, 0, 200);
  }

  @Test
  default void givesBackWhatWasReservedForACallThatWasNeverMade() {
    UserId user = ground().user();
    Quota quota = tokensADay(user, 1000);
    Call call = ground().reserved(ground().call(alone(user), 90, NOON));

    ground().release(call);

    stands(now(user, quota), 0, 0, 1000);
    assertThat(ground().sums(user, UsageGroup.DAY)).isEmpty();
  }

  @Test
  default void settlesACallOnce() {
    UserId user = ground().user();
    Quota quota = tokensADay(user, 1000);
    Call call = ground().reserved(ground().call(alone(user), 90, NOON));
    ground().settle(call, 8, 30);

    ground().settle(call, 8, 30);
    ground().release(call);

    stands(now(user, quota), 38, 0, 962);
    assertThat(ground().sums(user, UsageGroup.DAY).getFirst().requests()).isEqualTo(1);
  }

  @Test
  default void settlesNothingThatIsNotUnderWay() {
    UserId user = ground().user();

    ground().settle(ground().call(alone(user), 90, NOON), 8, 30);

    assertThat(ground().sums(user, UsageGroup.DAY)).isEmpty();
  }

  @Test
  default void holdsACallToTheLastToken() {
    UserId user = ground().user();
    tokensADay(user, 200);
    ground().reserved(ground().call(alone(user), 90, NOON));

    assertThat(ground().holds(ground().call(alone(user), 91, NOON))).isFalse();
    assertThat(ground().holds(ground().call(alone(user), 90, NOON))).isTrue();
  }

  @Test
  default void saysWhichQuotaDoesNotHoldACall() {
    UserId user = ground().user();
    ground().limited(new OneUser(user), Metric.REQUESTS, Period.DAY, 5);
    Quota tokens = tokensADay(user, 50);

    UsageMeter.Booking booking =
        valueOf(
            ground().within(() -> ground().meter().reserve(ground().call(alone(user), 90, NOON))));

    assertThat(booking).isEqualTo(new UsageMeter.Refused(tokens));
  }

  @Test
  default void leavesNothingOfACallThatIsRefused() {
    UserId user = ground().user();
    Quota quota = tokensADay(user, 50);

    assertFailureOf(ground().reserving(ground().meter(), ground().call(alone(user), 90, NOON)))
        .isInstanceOf(QuotaExceeded.class);

    stands(now(user, quota), 0, 0, 50);
  }

  @Test
  default void leavesNothingWhereTheUnitOfWorkIsRolledBack() {
    UserId user = ground().user();
    Quota quota = tokensADay(user, 1000);
    Call call = ground().call(alone(user), 90, NOON);

    assertFailureOf(
            ground()
                .within(
                    () ->
                        ground()
                            .meter()
                            .reserve(call)
                            .thenAccept(
                                booked -> {
                                  throw new IllegalStateException("later");
                                })))
        .hasMessage("later");

    stands(now(user, quota), 0, 0, 1000);
  }

  @Test
  default void writesOnlyInAUnitOfWork() {
    Call call = ground().call(alone(ground().user()), 90, NOON);

    assertFailureOf(ground().meter().reserve(call)).isInstanceOf(IllegalStateException.class);
    assertFailureOf(ground().meter().release(call.id())).isInstanceOf(IllegalStateException.class);
    assertFailureOf(ground().meter().settle(call.id(), call.expected()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  default void countsRequestsTokensAndCost() {
    UserId user = ground().user();
    Quota requests = ground().limited(new OneUser(user), Metric.REQUESTS, Period.MONTH, 10);
    Quota cost = ground().limited(new OneUser(user), Metric.COST, Period.MONTH, 1);
    Call call = ground().reserved(ground().call(alone(user), 90, NOON));
    Standing costs = now(user, cost);
    ground().settle(call, 100, 150);

    stands(now(user, requests), 1, 0, 9);
    assertThat(costs.reserved()).isEqualByComparingTo("0.1");
    assertThat(now(user, cost).used()).isEqualByComparingTo("0.25");
    assertThat(now(user, cost).left()).isEqualByComparingTo("0.75");
  }

  @Test
  default void countsOnlyWhatTheQuotaIsAbout() {
    UserId user = ground().user();
    ApiKeyId key = ground().key(user);
    WorkspaceId workspace = ground().workspace(user);
    Quota ofKey = ground().limited(new QuotaSubject.OneKey(key), Metric.REQUESTS, Period.DAY, 9);
    Quota ofPlace =
        ground().limited(new QuotaSubject.OneWorkspace(workspace), Metric.REQUESTS, Period.DAY, 9);

    ground().reserved(ground().call(alone(user), 1, NOON));
    ground()
        .reserved(ground().call(new Spender(user, Optional.of(key), Optional.empty()), 1, NOON));
    UserId other = ground().user();
    for (int i = 0; i < 3; i++) {
      ground()
          .reserved(
              ground().call(new Spender(other, Optional.empty(), Optional.of(workspace)), 1, NOON));
    }

    stands(now(user, ofKey), 0, 1, 8);
    stands(now(user, ofPlace), 0, 3, 6);
  }

  @Test
  default void givesEachUserOfATierTheWholeLimit() {
    UserId one = ground().user(Plan.ENTERPRISE);
    UserId other = ground().user(Plan.ENTERPRISE);
    UserId free = ground().user(Plan.FREE);
    Quota quota =
        ground()
            .limited(new QuotaSubject.OfTier(Plan.ENTERPRISE), Metric.TOKENS, Period.MONTH, 100);

    ground().settle(ground().reserved(ground().call(alone(one), 90, NOON)), 10, 50);

    assertThat(ground().holds(ground().call(alone(one), 90, NOON))).isFalse();
    assertThat(ground().holds(ground().call(alone(other), 90, NOON))).isTrue();
    assertThat(ground().holds(ground().call(alone(free), 900, NOON))).isTrue();
    stands(now(one, quota), 60, 0, 40);
    stands(now(other, quota), 0, 0, 100);
    ground().kept(() -> ground().quotas().remove(Change.of(quota)));
  }

  @Test
  default void beginsAnewWithEachPeriod() {
    UserId user = ground().user();
    Quota quota = tokensADay(user, 100);
    Instant tomorrow = NOON.plus(Duration.ofDays(1));
    ground().settle(ground().reserved(ground().call(alone(user), 90, NOON)), 10, 90);

    boolean today = ground().holds(ground().call(alone(user), 1, NOON));
    Standing atMidnight = ground().standing(user, quota, Instant.parse("2026-03-18T00:00:00Z"));
    boolean then = ground().holds(ground().call(alone(user), 90, tomorrow));

    assertThat(today).isFalse();
    assertThat(then).isTrue();
    stands(atMidnight, 0, 0, 100);
    assertThat(atMidnight.resetsAt()).isEqualTo("2026-03-19T00:00:00Z");
  }

  @Test
  default void countsACallOnTheDayOnWhichItWasAskedFor() {
    UserId user = ground().user();
    Quota quota = tokensADay(user, 1000);
    Instant tomorrow = NOON.plus(Duration.ofDays(1));
    Call late = ground().reserved(ground().call(alone(user), 90, NOON));
    ground().reserved(ground().call(alone(user), 10, tomorrow));

    ground().settle(late, 10, 40);

    stands(ground().standing(user, quota, tomorrow), 0, 20, 980);
    assertThat(ground().sums(user, UsageGroup.DAY))
        .extracting(line -> line.group())
        .containsExactly("2026-03-17");
  }

  @Test
  default void aNewQuotaCountsWhatWasUsedAndWhatIsUnderWay() {
    UserId user = ground().user();
    ground().settle(ground().reserved(ground().call(alone(user), 90, NOON)), 10, 20);
    ground()
        .settle(
            ground().reserved(ground().call(alone(user), 90, NOON.minus(Duration.ofDays(1)))),
            10,
            500);
    Call underWay = ground().reserved(ground().call(alone(user), 40, NOON));

    Quota quota = tokensADay(user, 100);

    stands(now(user, quota), 30, 50, 20);
    ground().settle(underWay, 10, 10);
    stands(now(user, quota), 50, 0, 50);
  }

  @Test
  default void aCallOutlivesAQuota() {
    UserId user = ground().user();
    Quota quota = tokensADay(user, 100);
    Call call = ground().reserved(ground().call(alone(user), 40, NOON));

    ground().kept(() -> ground().quotas().remove(Change.of(quota)));
    ground().settle(call, 10, 10);

    assertThat(ground().sums(user, UsageGroup.DAY)).hasSize(1);
  }

  @Test
  default void givesBackWhatALostChatHadReserved() {
    UserId user = ground().user();
    Quota quota = tokensADay(user, 1000);
    Call chat =
        Call.begun(
            new CallId(UUID.randomUUID()),
            Call.Kind.CHAT,
            alone(user),
            UUID.randomUUID(),
            UsageGround.taking(10, 90),
            NOON);
    ground().reserved(chat);
    ground().reserved(ground().call(alone(user), 90, NOON));
    Instant lapsed = NOON.plus(Call.LONGEST_CHAT);

    UsageGround.awaited(ground().meter().releaseLapsed(lapsed.minusSeconds(1)));
    Standing before = now(user, quota);
    UsageGround.awaited(ground().meter().releaseLapsed(lapsed));

    stands(before, 0, 200, 800);
    stands(now(user, quota), 0, 100, 900);
  }
}
