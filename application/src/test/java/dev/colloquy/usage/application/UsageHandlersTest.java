package dev.colloquy.usage.application;

import static dev.colloquy.shared.testkit.Stages.assertFailureOf;
import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.CommonException.AccessDenied;
import dev.colloquy.shared.domain.CommonException.Duplicate;
import dev.colloquy.shared.domain.CommonException.MalformedRequest;
import dev.colloquy.shared.domain.CommonException.NotFound;
import dev.colloquy.shared.domain.CommonException.PreconditionFailed;
import dev.colloquy.shared.domain.CommonException.ValidationError;
import dev.colloquy.shared.domain.KeyScope;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.Precondition;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.shared.testkit.Actors;
import dev.colloquy.shared.testkit.SequentialIds;
import dev.colloquy.shared.testkit.TestClock;
import dev.colloquy.usage.domain.Call;
import dev.colloquy.usage.domain.CallId;
import dev.colloquy.usage.domain.Metric;
import dev.colloquy.usage.domain.Period;
import dev.colloquy.usage.domain.Quota;
import dev.colloquy.usage.domain.QuotaId;
import dev.colloquy.usage.domain.QuotaSubject.OneUser;
import dev.colloquy.usage.domain.Spender;
import dev.colloquy.usage.domain.Standing;
import dev.colloquy.usage.domain.UsageException.QuotaExceeded;
import dev.colloquy.usage.domain.UsageGroup;
import dev.colloquy.usage.domain.UsageLine;
import dev.colloquy.usage.domain.port.in.BrowseQuotas;
import dev.colloquy.usage.domain.port.in.ManageQuotas;
import dev.colloquy.usage.domain.port.in.MeterUsage;
import dev.colloquy.usage.domain.port.in.ReadUsage;
import dev.colloquy.usage.testkit.InMemoryUsageGround;
import dev.colloquy.usage.testkit.UsageGround;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

final class UsageHandlersTest {

  private static final Precondition ANY = new Precondition.Any();

  private final TestClock clock = new TestClock();
  private final InMemoryUsageGround ground = new InMemoryUsageGround();
  private final ManageQuotas manage =
      new ManageQuotasHandler(
          ground.unitOfWork(), ground.quotas(), ground.readModel(), new SequentialIds(), clock);
  private final BrowseQuotas browse = new BrowseQuotasHandler(ground.quotas());
  private final ReadUsage read = new ReadUsageHandler(ground.readModel(), clock);
  private final MeterUsage meter = new MeterUsageHandler(ground.meter(), clock);
  private final Actor.Person root = Actors.administrator();
  private final UserId user = ground.user();
  private final Actor.Person ada = Actors.person(user);

  private CompletionStage<Quota> limit(Actor.OfUser actor, UserId whom, long tokens) {
    return manage.create(
        new ManageQuotas.Create(
            actor, new OneUser(whom), Metric.TOKENS, Period.DAY, BigDecimal.valueOf(tokens)));
  }

  private CompletionStage<Quota> allow(Actor.OfUser actor, QuotaId quota, long tokens) {
    return manage.change(
        new ManageQuotas.ChangeLimit(actor, quota, Optional.of(BigDecimal.valueOf(tokens)), ANY));
  }

  private CompletionStage<Void> delete(Actor.OfUser actor, QuotaId quota) {
    return manage.delete(new ManageQuotas.Delete(actor, quota, ANY));
  }

  private CompletionStage<CallId> reserving(Spender spender, Call.Kind kind) {
    CallId call = new CallId(UUID.randomUUID());
    return ground.within(
        () ->
            meter
                .reserve(
                    new MeterUsage.Reservation(
                        call, kind, spender, UUID.randomUUID(), UsageGround.taking(10, 90)))
                .thenApply(reserved -> call));
  }

  private CallId reserved(Spender spender) {
    return valueOf(reserving(spender, Call.Kind.RUN));
  }

  private void settled(Spender spender) {
    CallId call = reserved(spender);
    ground.kept(() -> meter.settle(call, UsageGround.taking(8, 30)));
  }

  private static ReadUsage.Query by(UsageGroup group) {
    return new ReadUsage.Query(Optional.empty(), Optional.empty(), group);
  }

  private Standing standing() {
    return valueOf(read.quotas(ada, PageRequest.first())).items().getFirst();
  }

  @Test
  void limitsSomebodyAndTellsAdministrators() {
    Quota quota = valueOf(limit(root, user, 100));

    assertThat(valueOf(browse.get(root, quota.id()))).isEqualTo(quota);
    assertThat(valueOf(browse.list(root, PageRequest.first())).items()).containsExactly(quota);
    assertThat(ground.events().types()).containsExactly("quota.created");
  }

  @Test
  void allowsMoreOrLessAndTellsOnlyOfRealChanges() {
    Quota quota = valueOf(limit(root, user, 100));

    valueOf(allow(root, quota.id(), 100));
    valueOf(manage.change(new ManageQuotas.ChangeLimit(root, quota.id(), Optional.empty(), ANY)));
    Quota more = valueOf(allow(root, quota.id(), 250));

    assertThat(more.limit()).isEqualByComparingTo("250");
    assertThat(more.version()).isEqualTo(2);
    assertThat(ground.events().types()).containsExactly("quota.created", "quota.updated");
  }

  @Test
  void takesALimitAway() {
    Quota quota = valueOf(limit(root, user, 100));

    UsageGround.awaited(delete(root, quota.id()));

    assertFailureOf(browse.get(root, quota.id())).isInstanceOf(NotFound.class);
    assertFailureOf(delete(root, quota.id())).isInstanceOf(NotFound.class);
    assertFailureOf(allow(root, quota.id(), 7)).isInstanceOf(NotFound.class);
    assertThat(ground.events().types()).endsWith("quota.deleted");
  }

  @Test
  void looksAtTheVersionThatIsDemanded() {
    Quota quota = valueOf(limit(root, user, 100));
    Precondition second = new Precondition.AnyOf(Set.of(2L));

    assertFailureOf(
            manage.change(
                new ManageQuotas.ChangeLimit(
                    root, quota.id(), Optional.of(BigDecimal.ONE), second)))
        .isInstanceOf(PreconditionFailed.class);
    assertFailureOf(manage.delete(new ManageQuotas.Delete(root, quota.id(), second)))
        .isInstanceOf(PreconditionFailed.class);
  }

  @Test
  void refusesASecondOfAKindAndSomebodyUnknown() {
    valueOf(limit(root, user, 100));

    assertFailureOf(limit(root, user, 200)).isInstanceOf(Duplicate.class);
    assertFailureOf(limit(root, Actors.anyUser(), 200)).isInstanceOf(ValidationError.class);
    assertFailureOf(limit(root, user, -1)).isInstanceOf(ValidationError.class);
  }

  @Test
  void isForAdministratorsAlone() {
    Quota quota = valueOf(limit(root, user, 100));
    List<Actor.OfUser> others =
        List.of(ada, Actors.key(root.user(), KeyScope.READ, KeyScope.WRITE, KeyScope.RUN));

    for (Actor.OfUser other : others) {
      assertFailureOf(limit(other, user, 1)).isInstanceOf(AccessDenied.class);
      assertFailureOf(allow(other, quota.id(), 1)).isInstanceOf(AccessDenied.class);
      assertFailureOf(delete(other, quota.id())).isInstanceOf(AccessDenied.class);
      assertFailureOf(browse.get(other, quota.id())).isInstanceOf(AccessDenied.class);
      assertFailureOf(browse.list(other, PageRequest.first())).isInstanceOf(AccessDenied.class);
      assertFailureOf(read.all(other, by(UsageGroup.DAY), PageRequest.first()))
          .isInstanceOf(AccessDenied.class);
    }
  }

  @Test
  void refusesWhatAQuotaDoesNotHoldAndSaysWhen() {
    clock.advance(Duration.ofHours(21));
    valueOf(limit(root, user, 150));
    reserved(UsageGround.alone(user));

    assertFailureOf(reserving(UsageGround.alone(user), Call.Kind.RUN))
        .isInstanceOfSatisfying(
            QuotaExceeded.class,
            refusal -> {
              assertThat(refusal.retryAfter()).isEqualTo(Duration.ofHours(3));
              assertThat(refusal.parameters())
                  .containsEntry("metric", "tokens")
                  .containsEntry("period", "day")
                  .containsEntry("subject", "user")
                  .containsEntry("limit", BigDecimal.valueOf(150))
                  .containsEntry("resets_at", "2026-01-02T00:00:00.000000Z");
            });
    assertThat(ground.underWay()).isEqualTo(1);
  }

  @Test
  void showsHowQuotasStand() {
    valueOf(limit(root, user, 150));
    CallId call = reserved(UsageGround.alone(user));
    Standing meanwhile = standing();

    ground.kept(() -> meter.release(call));

    assertThat(meanwhile.reserved()).isEqualByComparingTo("100");
    assertThat(meanwhile.left()).isEqualByComparingTo("50");
    assertThat(standing().left()).isEqualByComparingTo("150");
    assertThat(standing().resetsAt()).isEqualTo("2026-01-02T00:00:00Z");
  }

  @Test
  void showsNothingLeftWhereTheLimitWasLowered() {
    Quota quota = valueOf(limit(root, user, 150));
    reserved(UsageGround.alone(user));

    valueOf(allow(root, quota.id(), 10));

    assertThat(standing().left()).isZero();
  }

  @Test
  void showsEverybodyHisOwnUsage() {
    UserId other = ground.user();
    settled(UsageGround.alone(user));
    settled(UsageGround.alone(other));
    clock.advance(Duration.ofSeconds(1));

    List<UsageLine> mine = valueOf(read.mine(ada, by(UsageGroup.DAY), PageRequest.first())).items();
    List<UsageLine> all = valueOf(read.all(root, by(UsageGroup.USER), PageRequest.first())).items();

    assertThat(mine).extracting(UsageLine::requests).containsExactly(1L);
    assertThat(all)
        .extracting(UsageLine::group)
        .containsExactlyInAnyOrder(user.toString(), other.toString());
  }

  @Test
  void showsABoundKeyWhatWasUsedInItsWorkspace() {
    WorkspaceId place = ground.workspace(user);
    settled(UsageGround.alone(user));
    settled(new Spender(user, Optional.empty(), Optional.of(place)));
    clock.advance(Duration.ofSeconds(1));
    Actor.Key key = Actors.keyFor(place, user, KeyScope.READ);

    assertThat(valueOf(read.mine(key, by(UsageGroup.WORKSPACE), PageRequest.first())).items())
        .extracting(UsageLine::group)
        .containsExactly(place.toString());
  }

  @Test
  void showsNothingToAKeyThatMayNotRead() {
    Actor.Key key = Actors.key(user, KeyScope.RUN);

    assertFailureOf(read.mine(key, by(UsageGroup.DAY), PageRequest.first()))
        .isInstanceOf(AccessDenied.class);
    assertFailureOf(read.quotas(key, PageRequest.first())).isInstanceOf(AccessDenied.class);
  }

  @Test
  void looksAtThisMonthWhereNothingElseIsSaid() {
    settled(UsageGround.alone(user));
    clock.advance(Duration.ofDays(31));
    settled(UsageGround.alone(user));
    clock.advance(Duration.ofDays(1));

    assertThat(valueOf(read.mine(ada, by(UsageGroup.DAY), PageRequest.first())).items())
        .extracting(UsageLine::group)
        .containsExactly("2026-02-01");
  }

  @Test
  void refusesASpanThatIsNone() {
    Instant now = clock.instant();
    ReadUsage.Query backwards =
        new ReadUsage.Query(Optional.of(now.plusSeconds(1)), Optional.of(now), UsageGroup.DAY);
    ReadUsage.Query endless =
        new ReadUsage.Query(
            Optional.of(now.minus(Duration.ofDays(367))), Optional.of(now), UsageGroup.DAY);

    assertFailureOf(read.mine(ada, backwards, PageRequest.first()))
        .isInstanceOf(MalformedRequest.class);
    assertFailureOf(read.mine(ada, endless, PageRequest.first()))
        .isInstanceOf(MalformedRequest.class);
  }

  @Test
  void givesBackWhatLostChatsHadReserved() {
    valueOf(reserving(UsageGround.alone(user), Call.Kind.CHAT));
    reserved(UsageGround.alone(user));
    LapsedCalls lapsed = new LapsedCalls(ground.meter(), clock);

    lapsed.run();
    int before = ground.underWay();
    clock.advance(Call.LONGEST_CHAT);
    lapsed.run();

    assertThat(before).isEqualTo(2);
    assertThat(ground.underWay()).isEqualTo(1);
  }
}
