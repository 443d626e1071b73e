package dev.colloquy.shared;

import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.bootstrap.testing.PostgresTestResource;
import dev.colloquy.shared.adapter.persistence.PgAttempts;
import dev.colloquy.shared.adapter.persistence.Sql;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.port.out.Attempts;
import dev.colloquy.shared.domain.port.out.Ids;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import dev.colloquy.shared.testkit.AttemptsContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class PgAttemptsTest implements AttemptsContract, PgOpenUnitOfWork {

  @Inject UnitOfWork unitOfWork;
  @Inject Sql sql;
  @Inject Clock clock;
  @Inject Ids ids;
  @Inject PgAttempts attempts;

  @Override
  public Attempts attempts() {
    return attempts;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  public Sql sql() {
    return sql;
  }

  @Override
  public Clock clock() {
    return clock;
  }

  @Override
  public UserId user() {
    return new UserId(ids.next());
  }

  @Test
  void forgetsForGoodWhatHasExpiredAndNothingElse() {
    UserId user = user();
    Instant now = clock.instant();
    valueOf(
        unitOfWork.inTransaction(
            () ->
                attempts
                    .keep(user, "expired", "print", ANSWER, now)
                    .thenCompose(
                        done ->
                            attempts.keep(
                                user, "kept", "print", ANSWER, now.plus(Duration.ofHours(1))))));

    valueOf(attempts.forgetExpired());

    var left =
        valueOf(sql.read("select key from attempt where user_id = $1", Tuple.of(user.value())));
    assertThat(left).singleElement().extracting(row -> row.getString("key")).isEqualTo("kept");
  }
}
