package dev.colloquy.identity;

import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.bootstrap.testing.PostgresTestResource;
import dev.colloquy.identity.domain.SigningKey;
import dev.colloquy.identity.domain.port.out.KeyRing;
import dev.colloquy.identity.domain.port.out.SigningKeys;
import dev.colloquy.shared.adapter.persistence.Sql;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** S8. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class SigningKeysOnTwoNodesTest {

  @Inject UnitOfWork unitOfWork;
  @Inject SigningKeys keys;
  @Inject KeyRing ring;
  @Inject Clock clock;
  @Inject Sql sql;

  private SigningKey fresh() {
    return valueOf(ring.fresh(clock.instant()));
  }

  private <T> CompletionStage<T> within(Supplier<CompletionStage<T>> work) {
    return unitOfWork.inTransaction(work);
  }

  @Test
  void twoNodesAgreeOnOneKey() {
    // as empty as a new database, but for keys that are still accepted
    valueOf(
        sql.alone(
            "update signing_key set retires_at = now() + interval '1 hour' where retires_at is null",
            Tuple.tuple()));
    SigningKey one = fresh();
    SigningKey other = fresh();

    CompletionStage<Void> first = within(() -> keys.addFirst(one));
    CompletionStage<Void> second = within(() -> keys.addFirst(other));
    valueOf(first);
    valueOf(second);

    List<SigningKey> signing =
        valueOf(keys.verifying(clock.instant())).stream().filter(SigningKey::signs).toList();
    assertThat(signing).hasSize(1);
    assertThat(signing.getFirst().id()).isIn(one.id(), other.id());
    assertThat(valueOf(ring.load())).isTrue();
  }
}
