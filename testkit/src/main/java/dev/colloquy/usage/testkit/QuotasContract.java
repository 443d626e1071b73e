package dev.colloquy.usage.testkit;

import static dev.colloquy.shared.testkit.Stages.assertFailureOf;
import static dev.colloquy.shared.testkit.Stages.valueOf;
import static dev.colloquy.usage.testkit.UsageGround.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.CommonException.Conflict;
import dev.colloquy.shared.domain.CommonException.Duplicate;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.testkit.Actors;
import dev.colloquy.usage.domain.Metric;
import dev.colloquy.usage.domain.Period;
import dev.colloquy.usage.domain.Quota;
import dev.colloquy.usage.domain.QuotaSubject;
import dev.colloquy.usage.domain.QuotaSubject.OneKey;
import dev.colloquy.usage.domain.QuotaSubject.OneUser;
import dev.colloquy.usage.domain.QuotaSubject.OneWorkspace;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every keeper of quotas does. */
public interface QuotasContract {

  UsageGround ground();

  private Optional<Quota> found(Quota quota) {
    return valueOf(ground().quotas().find(quota.id()));
  }

  private Quota tokensADay(QuotaSubject subject) {
    return ground().limited(subject, Metric.TOKENS, Period.DAY, 100);
  }

  @Test
  default void findsWhatItKeeps() {
    UserId user = ground().user();
    Quota ofUser = tokensADay(new OneUser(user));
    Quota ofKey = tokensADay(new OneKey(ground().key(user)));
    Quota ofPlace = tokensADay(new OneWorkspace(ground().workspace(user)));

    assertThat(found(ofUser)).contains(ofUser);
    assertThat(found(ofKey)).contains(ofKey);
    assertThat(found(ofPlace)).contains(ofPlace);
    assertThat(found(ground().quota(new OneUser(user), Metric.COST, Period.DAY, 1))).isEmpty();
  }

  @Test
  default void keepsFractionsOfCost() {
    Quota quota =
        ground()
            .quota(new OneUser(ground().user()), Metric.COST, Period.MONTH, 1)
            .allow(Actors.administrator(), new BigDecimal("2.500001"), NOON)
            .now();

    valueOf(ground().within(() -> ground().quotas().add(Change.of(quota))));

    assertThat(found(quota)).contains(quota);
  }

  @Test
  default void takesOneOfAKind() {
    QuotaSubject subject = new OneUser(ground().user());
    tokensADay(subject);
    Quota second = ground().quota(subject, Metric.TOKENS, Period.DAY, 7);
    Quota monthly = ground().quota(subject, Metric.TOKENS, Period.MONTH, 7);

    assertFailureOf(ground().within(() -> ground().quotas().add(Change.of(second))))
        .isInstanceOf(Duplicate.class);
    valueOf(ground().within(() -> ground().quotas().add(Change.of(monthly))));
  }

  @Test
  default void savesAnotherLimitOfTheVersionThatWasRead() {
    Actor.Person administrator = Actors.administrator();
    Quota quota = tokensADay(new OneUser(ground().user()));
    Change<Quota> more = quota.allow(administrator, BigDecimal.valueOf(200), NOON);
    Change<Quota> less = quota.allow(administrator, BigDecimal.valueOf(20), NOON);

    valueOf(ground().within(() -> ground().quotas().save(more)));

    assertThat(found(quota)).contains(more.now());
    assertFailureOf(ground().within(() -> ground().quotas().save(less)))
        .isInstanceOf(Conflict.class);
  }

  @Test
  default void forgetsTheVersionThatWasRead() {
    Actor.Person administrator = Actors.administrator();
    Quota quota = tokensADay(new OneUser(ground().user()));
    Quota later =
        valueOf(
            ground()
                .within(
                    () ->
                        ground()
                            .quotas()
                            .save(quota.allow(administrator, BigDecimal.valueOf(7), NOON))));

    assertFailureOf(
            ground().within(() -> ground().quotas().remove(quota.lift(administrator, NOON))))
        .isInstanceOf(Conflict.class);
    ground().kept(() -> ground().quotas().remove(later.lift(administrator, NOON)));

    assertThat(found(quota)).isEmpty();
  }

  @Test
  default void listsTheNewestFirst() {
    UserId user = ground().user();
    List<Quota> kept =
        List.of(
            tokensADay(new OneUser(user)),
            ground().limited(new OneUser(user), Metric.TOKENS, Period.MONTH, 100));

    Page<Quota> page =
        valueOf(ground().quotas().list(new PageRequest(PageRequest.MAX_LIMIT, Optional.empty())));
    Page<Quota> one = valueOf(ground().quotas().list(new PageRequest(1, Optional.empty())));
    Page<Quota> rest = valueOf(ground().quotas().list(new PageRequest(1, one.next())));

    assertThat(page.items()).containsAll(kept);
    assertThat(page.items())
        .extracting(quota -> quota.id().toString())
        .isSortedAccordingTo((a, b) -> b.compareTo(a));
    assertThat(List.of(one.items().getFirst(), rest.items().getFirst()))
        .isEqualTo(page.items().subList(0, 2));
  }

  @Test
  default void keepsOnlyInAUnitOfWork() {
    Quota quota = ground().quota(new OneUser(ground().user()), Metric.TOKENS, Period.DAY, 1);

    assertFailureOf(ground().quotas().add(Change.of(quota)))
        .isInstanceOf(IllegalStateException.class);
  }
}
