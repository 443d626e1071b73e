package dev.colloquy.usage.testkit;

import static dev.colloquy.shared.testkit.Stages.valueOf;

import dev.colloquy.shared.domain.ApiKeyId;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import dev.colloquy.shared.testkit.Actors;
import dev.colloquy.usage.domain.Call;
import dev.colloquy.usage.domain.CallId;
import dev.colloquy.usage.domain.Consumption;
import dev.colloquy.usage.domain.Metric;
import dev.colloquy.usage.domain.Period;
import dev.colloquy.usage.domain.Plan;
import dev.colloquy.usage.domain.Quota;
import dev.colloquy.usage.domain.QuotaId;
import dev.colloquy.usage.domain.QuotaSubject;
import dev.colloquy.usage.domain.Spender;
import dev.colloquy.usage.domain.Standing;
import dev.colloquy.usage.domain.UsageException.QuotaExceeded;
import dev.colloquy.usage.domain.UsageGroup;
import dev.colloquy.usage.domain.UsageLine;
import dev.colloquy.usage.domain.UsageSpan;
import dev.colloquy.usage.domain.port.out.Quotas;
import dev.colloquy.usage.domain.port.out.UsageMeter;
import dev.colloquy.usage.domain.port.out.UsageReadModel;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** What the contracts of usage stand on. */
public interface UsageGround {

  /** The middle of a month, and of a day. */
  Instant NOON = Instant.parse("2026-03-17T12:00:00Z");

  UnitOfWork unitOfWork();

  UsageMeter meter();

  /** The same meter as another node has it. */
  UsageMeter elsewhere();

  Quotas quotas();

  UsageReadModel readModel();

  /** A user of this tier whom the storage knows, new with every call. */
  UserId user(Plan tier);

  /** A key of the user's. */
  ApiKeyId key(UserId user);

  /** A workspace of the user's. */
  WorkspaceId workspace(UserId user);

  /** Does what must succeed in a unit of work of its own. */
  default void kept(Supplier<CompletionStage<Void>> work) {
    awaited(within(work));
  }

  /** Waits for what must succeed. */
  static void awaited(CompletionStage<Void> stage) {
    valueOf(stage.thenApply(done -> true));
  }

  /** A user like any other. */
  default UserId user() {
    return user(Plan.FREE);
  }

  default <T> CompletionStage<T> within(Supplier<? extends CompletionStage<T>> work) {
    return unitOfWork().inTransaction(work);
  }

  /** A quota that is about to be set. */
  default Quota quota(QuotaSubject subject, Metric metric, Period period, long limit) {
    return Quota.set(
            Actors.administrator(),
            new QuotaId(UUID.randomUUID()),
            subject,
            metric,
            period,
            BigDecimal.valueOf(limit),
            NOON)
        .now();
  }

  /** A quota that is kept. */
  default Quota limited(QuotaSubject subject, Metric metric, Period period, long limit) {
    Quota quota = quota(subject, metric, period, limit);
    return valueOf(within(() -> quotas().add(Change.of(quota))));
  }

  /** A run's call of ten tokens' prompt and as many as it says to answer. */
  default Call call(Spender spender, long answer, Instant when) {
    return Call.begun(
        new CallId(UUID.randomUUID()),
        Call.Kind.RUN,
        spender,
        UUID.randomUUID(),
        taking(10, answer),
        when);
  }

  /** What so many tokens are, at a thousandth each. */
  static Consumption taking(long prompt, long completion) {
    return new Consumption(prompt, completion, BigDecimal.valueOf(prompt + completion, 3));
  }

  /** Somebody who asks outside all workspaces. */
  static Spender alone(UserId user) {
    return new Spender(user, Optional.empty(), Optional.empty());
  }

  /** The unit of work of a call: nothing is left where it is refused. */
  default CompletionStage<Void> reserving(UsageMeter meter, Call call) {
    return within(() -> meter.reserve(call).thenAccept(UsageGround::demandBooked));
  }

  /** A call that is under way. */
  default Call reserved(Call call) {
    awaited(reserving(meter(), call));
    return call;
  }

  /** Whether all quotas hold the call; nothing is left of it then. */
  default boolean holds(Call call) {
    CompletionStage<Void> reserving = reserving(meter(), call);
    boolean holds = valueOf(reserving.handle((done, failure) -> failure == null));
    release(call);
    return holds;
  }

  /** The unit of work of a call that turns out to take that much. */
  default CompletionStage<Void> expecting(Call call, long prompt, long completion) {
    return within(
        () ->
            meter()
                .expect(call.id(), call.model(), taking(prompt, completion))
                .thenAccept(UsageGround::demandBooked));
  }

  default void expect(Call call, long prompt, long completion) {
    awaited(expecting(call, prompt, completion));
  }

  default void settle(Call call, long prompt, long completion) {
    kept(() -> meter().settle(call.id(), taking(prompt, completion)));
  }

  default void release(Call call) {
    kept(() -> meter().release(call.id()));
  }

  /** How the quota stands for the user. */
  default Standing standing(UserId user, Quota quota, Instant now) {
    return valueOf(readModel().standings(Actors.person(user), now, PageRequest.first()))
        .items()
        .stream()
        .filter(it -> it.quota().id().equals(quota.id()))
        .findFirst()
        .orElseThrow();
  }

  /** The user's entries of a year around noon. */
  default List<UsageLine> sums(UserId user, UsageGroup by) {
    UsageSpan span =
        new UsageSpan(NOON.minus(Duration.ofDays(180)), NOON.plus(Duration.ofDays(180)));
    return valueOf(
            readModel()
                .sums(
                    new UsageReadModel.Filter(Optional.of(user), Optional.empty(), span),
                    by,
                    PageRequest.first()))
        .items();
  }

  private static void demandBooked(UsageMeter.Booking booking) {
    if (booking instanceof UsageMeter.Refused(Quota quota)) {
      throw new QuotaExceeded(quota, NOON);
    }
  }
}
