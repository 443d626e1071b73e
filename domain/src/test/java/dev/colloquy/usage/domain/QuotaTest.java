package dev.colloquy.usage.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.ApiKeyId;
import dev.colloquy.shared.domain.Audience;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.CommonException.ValidationError;
import dev.colloquy.shared.domain.KeyScope;
import dev.colloquy.shared.domain.LoginSessionId;
import dev.colloquy.shared.domain.Origin;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.UserRole;
import dev.colloquy.shared.domain.WorkspaceId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QuotaTest {

  private static final Instant NOON = Instant.parse("2026-02-28T12:00:00Z");
  private static final UUID ID = UUID.fromString("0199c7a5-7000-7e00-8000-000000000001");
  private static final Origin ORIGIN = new Origin(ID, "192.0.2.1", NOON, "");

  private final Actor.Person root =
      new Actor.Person(new UserId(ID), new LoginSessionId(ID), UserRole.ADMIN, ORIGIN);

  private Change<Quota> set(Metric metric, String limit) {
    return Quota.set(
        root,
        new QuotaId(ID),
        new QuotaSubject.OfTier(Plan.FREE),
        metric,
        Period.DAY,
        new BigDecimal(limit),
        NOON);
  }

  @ParameterizedTest
  @CsvSource({
    "TOKENS,0,0",
    "TOKENS,1E+3,1000",
    "REQUESTS,5.000,5",
    "COST,0.000001,0.000001",
    "COST,1000000000000,1000000000000"
  })
  void takesALimitWithoutNeedlessZeros(Metric metric, String limit, String kept) {
    assertThat(set(metric, limit).now().limit()).isEqualTo(new BigDecimal(kept));
  }

  @ParameterizedTest
  @CsvSource({"TOKENS,-1", "REQUESTS,0.5", "COST,0.0000001", "TOKENS,1000000000001"})
  void refusesALimitThatIsNone(Metric metric, String limit) {
    assertThatThrownBy(() -> set(metric, limit))
        .isInstanceOfSatisfying(
            ValidationError.class,
            it -> assertThat(it.violations().getFirst().pointer()).isEqualTo("/limit"));
  }

  @Test
  void tellsAdministratorsWhatItIs() {
    var event = set(Metric.TOKENS, "100").events().getFirst();

    assertThat(event.audience()).isEqualTo(new Audience.Administrators());
    assertThat(event.subject().type()).isEqualTo("quota");
    assertThat(event.data())
        .containsEntry("id", ID.toString())
        .containsEntry("subject", "tier")
        .containsEntry("subject_id", null)
        .containsEntry("tier", "free")
        .containsEntry("metric", "tokens")
        .containsEntry("period", "day")
        .containsEntry("limit", BigDecimal.valueOf(100))
        .containsEntry("version", 1L);
  }

  @Test
  void tellsOfAnotherLimitAndOfItsEnd() {
    Quota quota = set(Metric.TOKENS, "100").now();

    var updated = quota.allow(root, BigDecimal.TEN, NOON.plusSeconds(1)).events().getFirst();
    var deleted = quota.lift(root, NOON.plusSeconds(2)).events().getFirst();

    assertThat(updated.type()).isEqualTo("quota.updated");
    assertThat(updated.data())
        .containsEntry("limit", BigDecimal.TEN)
        .containsEntry("updated_at", "2026-02-28T12:00:01.000000Z");
    assertThat(deleted.type()).isEqualTo("quota.deleted");
    assertThat(deleted.data())
        .containsOnlyKeys("id", "deleted_at")
        .containsEntry("deleted_at", "2026-02-28T12:00:02.000000Z");
  }

  @ParameterizedTest
  @CsvSource({
    "DAY,2026-02-28T12:00:00Z,2026-02-28,2026-03-01T00:00:00Z",
    "DAY,2026-02-28T00:00:00Z,2026-02-28,2026-03-01T00:00:00Z",
    "MONTH,2026-02-28T23:59:59.999999Z,2026-02-01,2026-03-01T00:00:00Z",
    "MONTH,2026-12-31T12:00:00Z,2026-12-01,2027-01-01T00:00:00Z"
  })
  void periodsAreThoseOfUtc(Period period, String now, String begin, String end) {
    assertThat(period.begin(Instant.parse(now))).isEqualTo(begin);
    assertThat(period.end(Instant.parse(now))).isEqualTo(end);
  }

  @Test
  void isOfSomebodyOrOfATier() {
    Optional<UUID> id = Optional.of(ID);

    assertThat(QuotaSubject.of(QuotaSubject.Kind.USER, id, Optional.empty()))
        .isEqualTo(new QuotaSubject.OneUser(new UserId(ID)));
    assertThat(QuotaSubject.of(QuotaSubject.Kind.KEY, id, Optional.empty()))
        .isEqualTo(new QuotaSubject.OneKey(new ApiKeyId(ID)));
    assertThat(QuotaSubject.of(QuotaSubject.Kind.WORKSPACE, id, Optional.empty()))
        .isEqualTo(new QuotaSubject.OneWorkspace(new WorkspaceId(ID)));
    assertThat(QuotaSubject.of(QuotaSubject.Kind.TIER, Optional.empty(), Optional.of(Plan.PRO)))
        .isEqualTo(new QuotaSubject.OfTier(Plan.PRO));
  }

  @Test
  void aCallGoesOnTheAccountOfWhoeverAsks() {
    WorkspaceId place = new WorkspaceId(ID);
    Actor.Key bound =
        new Actor.Key(
            new UserId(ID),
            new ApiKeyId(ID),
            UserRole.USER,
            Set.of(KeyScope.RUN),
            Optional.of(place),
            ORIGIN);
    Actor.Agent agent = new Actor.Agent(new UserId(ID), ID, place, ORIGIN);

    assertThat(Spender.direct(root))
        .isEqualTo(new Spender(new UserId(ID), Optional.empty(), Optional.empty()));
    assertThat(Spender.direct(bound))
        .isEqualTo(new Spender(new UserId(ID), Optional.of(new ApiKeyId(ID)), Optional.of(place)));
    assertThat(Spender.in(place, agent))
        .isEqualTo(new Spender(new UserId(ID), Optional.empty(), Optional.of(place)));
  }

  @Test
  void aCallTakesNothingOrMore() {
    Consumption taken = new Consumption(3, 4, new BigDecimal("0.5"));

    assertThat(taken.by(Metric.REQUESTS)).isEqualTo(BigDecimal.ONE);
    assertThat(taken.by(Metric.TOKENS)).isEqualTo(BigDecimal.valueOf(7));
    assertThat(taken.by(Metric.COST)).isEqualTo(new BigDecimal("0.5"));
    assertThatThrownBy(() -> new Consumption(-1, 0, BigDecimal.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Consumption(0, -1, BigDecimal.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Consumption(0, 0, BigDecimal.TEN.negate()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void onlyChatsLapse() {
    Spender spender = Spender.direct(root);
    Call run = Call.begun(new CallId(ID), Call.Kind.RUN, spender, ID, Consumption.NOTHING, NOON);
    Call chat = Call.begun(new CallId(ID), Call.Kind.CHAT, spender, ID, Consumption.NOTHING, NOON);

    assertThat(run.lapses()).isEmpty();
    assertThat(run.run()).contains(ID);
    assertThat(chat.lapses()).contains(NOON.plus(Call.LONGEST_CHAT));
    assertThat(chat.run()).isEmpty();
  }
}
