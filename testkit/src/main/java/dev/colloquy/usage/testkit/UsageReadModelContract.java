package dev.colloquy.usage.testkit;

import static dev.colloquy.shared.testkit.Stages.valueOf;
import static dev.colloquy.usage.testkit.UsageGround.NOON;
import static dev.colloquy.usage.testkit.UsageGround.alone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.ApiKeyId;
import dev.colloquy.shared.domain.KeyScope;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.UserRole;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.shared.testkit.Actors;
import dev.colloquy.usage.domain.Call;
import dev.colloquy.usage.domain.Metric;
import dev.colloquy.usage.domain.Period;
import dev.colloquy.usage.domain.Plan;
import dev.colloquy.usage.domain.Quota;
import dev.colloquy.usage.domain.QuotaId;
import dev.colloquy.usage.domain.QuotaSubject;
import dev.colloquy.usage.domain.QuotaSubject.OneKey;
import dev.colloquy.usage.domain.QuotaSubject.OneUser;
import dev.colloquy.usage.domain.QuotaSubject.OneWorkspace;
import dev.colloquy.usage.domain.Spender;
import dev.colloquy.usage.domain.UsageGroup;
import dev.colloquy.usage.domain.UsageLine;
import dev.colloquy.usage.domain.UsageSpan;
import dev.colloquy.usage.domain.port.out.UsageReadModel.Filter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every teller of usage answers. */
public interface UsageReadModelContract {

  UsageGround ground();

  private static UsageSpan days(int before, int after) {
    return new UsageSpan(NOON.minus(Duration.ofDays(before)), NOON.plus(Duration.ofDays(after)));
  }

  private Page<UsageLine> sums(Filter filter, UsageGroup by, PageRequest page) {
    return valueOf(ground().readModel().sums(filter, by, page));
  }

  private void ended(Spender spender, int daysAgo) {
    Call call = ground().call(spender, 90, NOON.minus(Duration.ofDays(daysAgo)));
    ground().settle(ground().reserved(call), 10, 20);
  }

  private List<QuotaId> seenBy(Actor.OfUser actor) {
    return valueOf(
            ground()
                .readModel()
                .standings(actor, NOON, new PageRequest(PageRequest.MAX_LIMIT, Optional.empty())))
        .items()
        .stream()
        .map(it -> it.quota().id())
        .toList();
  }

  @Test
  default void sumsUpByDayPageByPage() {
    UserId user = ground().user();
    ended(alone(user), 2);
    ended(alone(user), 0);
    ended(alone(user), 0);
    ended(alone(ground().user()), 0);
    Filter mine = new Filter(Optional.of(user), Optional.empty(), days(30, 1));

    Page<UsageLine> first = sums(mine, UsageGroup.DAY, new PageRequest(1, Optional.empty()));
    Page<UsageLine> second = sums(mine, UsageGroup.DAY, new PageRequest(1, first.next()));

    assertThat(first.items())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.group()).isEqualTo("2026-03-15");
              assertThat(line.requests()).isEqualTo(1);
            });
    assertThat(second.items())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.group()).isEqualTo("2026-03-17");
              assertThat(line.requests()).isEqualTo(2);
              assertThat(line.taken().tokens()).isEqualTo(60);
              assertThat(line.taken().cost()).isEqualByComparingTo("0.06");
            });
    assertThat(second.next()).isEmpty();
  }

  @Test
  default void sumsUpFromTheFirstInstantToBeforeTheLast() {
    UserId user = ground().user();
    ended(alone(user), 1);
    ended(alone(user), 0);

    UsageSpan yesterday = new UsageSpan(NOON.minus(Duration.ofDays(1)), NOON);
    List<UsageLine> lines =
        sums(
                new Filter(Optional.of(user), Optional.empty(), yesterday),
                UsageGroup.DAY,
                PageRequest.first())
            .items();

    assertThat(lines).extracting(UsageLine::group).containsExactly("2026-03-16");
  }

  @Test
  default void sumsUpByModelWorkspaceAndUser() {
    UserId user = ground().user();
    WorkspaceId place = ground().workspace(user);
    Spender inside = new Spender(user, Optional.empty(), Optional.of(place));
    ended(inside, 0);
    ended(alone(user), 0);

    Filter within = new Filter(Optional.of(user), Optional.of(place), days(1, 1));

    assertThat(ground().sums(user, UsageGroup.MODEL)).hasSize(2);
    assertThat(ground().sums(user, UsageGroup.WORKSPACE))
        .extracting(UsageLine::group)
        .containsExactly("", place.toString());
    assertThat(ground().sums(user, UsageGroup.USER))
        .extracting(UsageLine::group, UsageLine::requests)
        .containsExactly(tuple(user.toString(), 2L));
    assertThat(sums(within, UsageGroup.WORKSPACE, PageRequest.first()).items())
        .extracting(UsageLine::group)
        .containsExactly(place.toString());
  }

  @Test
  default void showsTheQuotasThatApply() {
    UserId user = ground().user();
    ApiKeyId key = ground().key(user);
    WorkspaceId place = ground().workspace(user);
    Quota mine = ground().limited(new OneUser(user), Metric.COST, Period.DAY, 5);
    Quota ofKey = ground().limited(new OneKey(key), Metric.COST, Period.DAY, 5);
    Quota here = ground().limited(new OneWorkspace(place), Metric.COST, Period.DAY, 5);
    UserId other = ground().user();
    Quota foreign = ground().limited(new OneUser(other), Metric.COST, Period.DAY, 5);
    Quota elsewhere =
        ground().limited(new OneWorkspace(ground().workspace(other)), Metric.COST, Period.DAY, 5);

    assertThat(seenBy(Actors.person(user)))
        .contains(mine.id(), ofKey.id(), here.id())
        .doesNotContain(foreign.id(), elsewhere.id());
  }

  @Test
  default void showsAKeyWhatAppliesToIt() {
    UserId user = ground().user();
    ApiKeyId key = ground().key(user);
    WorkspaceId place = ground().workspace(user);
    Quota mine = ground().limited(new OneUser(user), Metric.COST, Period.DAY, 5);
    Quota ofKey = ground().limited(new OneKey(key), Metric.COST, Period.DAY, 5);
    Quota ofOther = ground().limited(new OneKey(ground().key(user)), Metric.COST, Period.DAY, 5);
    Quota elsewhere = ground().limited(new OneWorkspace(place), Metric.COST, Period.DAY, 5);
    Actor.Key bound =
        new Actor.Key(
            user,
            key,
            UserRole.USER,
            Set.of(KeyScope.READ),
            Optional.of(ground().workspace(user)),
            Actors.anyOrigin());

    assertThat(seenBy(bound))
        .contains(mine.id(), ofKey.id())
        .doesNotContain(ofOther.id(), elsewhere.id());
  }

  @Test
  default void knowsWhoThereIs() {
    UserId user = ground().user();

    assertThat(knows(new OneUser(user))).isTrue();
    assertThat(knows(new OneKey(ground().key(user)))).isTrue();
    assertThat(knows(new OneWorkspace(ground().workspace(user)))).isTrue();
    assertThat(knows(new QuotaSubject.OfTier(Plan.PRO))).isTrue();
    assertThat(knows(new OneUser(Actors.anyUser()))).isFalse();
    assertThat(knows(new OneKey(new ApiKeyId(UUID.randomUUID())))).isFalse();
    assertThat(knows(new OneWorkspace(new WorkspaceId(UUID.randomUUID())))).isFalse();
  }

  private boolean knows(QuotaSubject subject) {
    return valueOf(ground().readModel().knows(subject));
  }
}
