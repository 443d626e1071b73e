package dev.colloquy.identity;

import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.bootstrap.testing.PostgresTestResource;
import dev.colloquy.identity.domain.Admission;
import dev.colloquy.identity.domain.LoginName;
import dev.colloquy.identity.domain.ThrottleKey;
import dev.colloquy.identity.domain.port.out.Throttles;
import dev.colloquy.shared.PgOpenUnitOfWork;
import dev.colloquy.shared.adapter.persistence.Sql;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A flood of attempts must not hold the connections that everybody else needs. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class BlockedThrottleTest implements PgOpenUnitOfWork {

  private static final String LOCK = "select from login_throttle where subject = $1 for update";

  @Inject UnitOfWork unitOfWork;
  @Inject Sql sql;
  @Inject Throttles throttles;

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  public Sql sql() {
    return sql;
  }

  @Test
  void whoIsBlockedIsToldSoWithoutWaitingForTheCounter() {
    ThrottleKey key = ThrottleKey.account(new LoginName(UUID.randomUUID().toString()));
    Instant now = Instant.now();
    Admission refusal = refused(key, now);

    Admission again =
        whileOpen(
            () -> sql.inUnitOfWork(LOCK, Tuple.of(key.subject().hex())),
            () -> valueOf(throttles.attempt(key, now)));

    assertThat(again).isEqualTo(refusal);
  }

  /** Tries until nothing more is let in. */
  private Admission refused(ThrottleKey key, Instant now) {
    Admission said = valueOf(throttles.attempt(key, now));
    return said.admitted() ? refused(key, now) : said;
  }
}
