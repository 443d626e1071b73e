package dev.colloquy.shared;

import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.awaitility.Awaitility.await;

import dev.colloquy.bootstrap.testing.PostgresTestResource;
import dev.colloquy.shared.adapter.persistence.Columns;
import dev.colloquy.shared.adapter.persistence.Housekeeping;
import dev.colloquy.shared.adapter.persistence.PgAnonymousRefusals;
import dev.colloquy.shared.adapter.persistence.PgAttempts;
import dev.colloquy.shared.adapter.persistence.Sql;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.port.out.Ids;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import dev.colloquy.shared.testkit.AttemptsContract;
import dev.colloquy.shared.testkit.Stages;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class HousekeepingTest {

  private static final String LEFT =
      """
      select key from attempt where user_id = $1
      union all
      select code from anonymous_refusal where address = $2
      order by 1""";

  @Inject UnitOfWork unitOfWork;
  @Inject Sql sql;
  @Inject Clock clock;
  @Inject Ids ids;
  @Inject PgAttempts attempts;
  @Inject PgAnonymousRefusals refusals;

  @Test
  void forgetsExpiredAttemptsAndCountsOlderThanThirtyDays() {
    UserId user = new UserId(ids.next());
    String address = user.toString();
    Instant now = clock.instant();
    keep(user, "expired", now);
    keep(user, "remembered", now.plus(Duration.ofHours(1)));
    valueOf(refusals.count(address, "OLD", now.minus(Duration.ofDays(31))));
    valueOf(refusals.count(address, "RECENT", now.minus(Duration.ofDays(29))));

    new Housekeeping(attempts, refusals, clock).run();

    await()
        .atMost(Stages.PATIENCE)
        .until(() -> left(user, address), List.of("RECENT", "remembered")::equals);
  }

  private void keep(UserId user, String key, Instant until) {
    valueOf(
        unitOfWork.inTransaction(
            () -> attempts.keep(user, key, "print", AttemptsContract.ANSWER, until)));
  }

  private List<String> left(UserId user, String address) {
    return Columns.list(
        valueOf(sql.read(LEFT, Tuple.of(user.value(), address))), row -> row.getString(0));
  }
}
