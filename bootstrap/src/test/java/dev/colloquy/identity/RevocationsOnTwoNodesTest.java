package dev.colloquy.identity;

import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.bootstrap.testing.PostgresTestResource;
import dev.colloquy.bootstrap.testing.User;
import dev.colloquy.identity.adapter.persistence.PgRevocations;
import dev.colloquy.identity.domain.Client;
import dev.colloquy.identity.domain.LoginSession;
import dev.colloquy.identity.domain.LoginSession.End;
import dev.colloquy.identity.domain.SecretHash;
import dev.colloquy.identity.domain.port.out.LoginSessions;
import dev.colloquy.shared.adapter.persistence.Sql;
import dev.colloquy.shared.domain.LoginSessionId;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import dev.colloquy.shared.testkit.Actors;
import dev.colloquy.shared.testkit.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** S6: what ends on one node is known on another as soon as that one reads. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class RevocationsOnTwoNodesTest {

  @Inject UnitOfWork unitOfWork;
  @Inject LoginSessions sessions;
  @Inject Sql sql;

  private final TestClock clock = new TestClock();
  private LoginSession session = started();

  private LoginSession started() {
    UserId user = Actors.anyUser();
    return LoginSession.start(
            Actors.person(user),
            new LoginSessionId(UUID.randomUUID()),
            user,
            new Client("192.0.2.1", "a test"),
            clock.instant())
        .now();
  }

  @BeforeEach
  void logIn() {
    UserId user = new UserId(UUID.fromString(User.registered("Ada").id()));
    session =
        valueOf(
            unitOfWork.inTransaction(
                () ->
                    sessions.add(
                        LoginSession.start(
                            Actors.person(user),
                            new LoginSessionId(UUID.randomUUID()),
                            user,
                            new Client("192.0.2.1", "a test"),
                            clock.instant()),
                        SecretHash.of(UUID.randomUUID().toString()))));
  }

  private CompletionStage<LoginSession> end() {
    return sessions.end(session.end(Actors.person(session.user()), End.LOGOUT, clock.instant()));
  }

  private boolean isRevokedOn(PgRevocations node) {
    return valueOf(node.isRevoked(session.id()));
  }

  @Test
  void anotherNodeKnowsOnceItHasCaughtUp() {
    PgRevocations other = new PgRevocations(sql, clock);
    valueOf(other.catchUp());

    valueOf(unitOfWork.inTransaction(this::end));

    assertThat(isRevokedOn(other)).isFalse();
    valueOf(other.catchUp());
    assertThat(isRevokedOn(other)).isTrue();
  }

  @Test
  void aNodeThatHasNotCaughtUpForTwoSecondsAsksTheDatabase() {
    PgRevocations other = new PgRevocations(sql, clock);
    valueOf(other.catchUp());
    valueOf(unitOfWork.inTransaction(this::end));

    clock.advance(Duration.ofSeconds(2));

    assertThat(isRevokedOn(other)).isTrue();
  }

  /** A sequence would let the reader pass by what is committed late. */
  @Test
  void aLateCommitIsNotMissed() {
    PgRevocations other = new PgRevocations(sql, clock);
    CompletionStage<?> late =
        unitOfWork.inTransaction(
            () ->
                end()
                    .thenCompose(ended -> sql.inUnitOfWork("select pg_sleep(0.5)", Tuple.tuple())));
    while (!late.toCompletableFuture().isDone()) {
      valueOf(other.catchUp());
    }

    valueOf(late);
    valueOf(other.catchUp());

    assertThat(isRevokedOn(other)).isTrue();
  }
}
