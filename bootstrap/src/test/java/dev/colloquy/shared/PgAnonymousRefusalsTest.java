package dev.colloquy.shared;

import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.bootstrap.testing.PostgresTestResource;
import dev.colloquy.shared.adapter.persistence.PgAnonymousRefusals;
import dev.colloquy.shared.adapter.persistence.Sql;
import dev.colloquy.shared.domain.port.out.AnonymousRefusals;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import dev.colloquy.shared.testkit.AnonymousRefusalsContract;
import dev.colloquy.shared.testkit.Stages;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class PgAnonymousRefusalsTest implements AnonymousRefusalsContract, PgOpenUnitOfWork {

  private static final String LOCK = "select from anonymous_refusal where address = $1 for update";

  @Inject PgAnonymousRefusals refusals;
  @Inject UnitOfWork unitOfWork;
  @Inject Sql sql;

  @Override
  public AnonymousRefusals refusals() {
    return refusals;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  public Sql sql() {
    return sql;
  }

  @Test
  void aFloodHoldsOneConnectionAndEachOfItIsCounted() {
    String address = "address of " + UUID.randomUUID();
    valueOf(refusals.count(address, "UNAUTHENTICATED", TIME));

    List<CompletionStage<Long>> flood =
        whileOpen(
            () -> sql.inUnitOfWork(LOCK, Tuple.of(address)),
            () -> {
              List<CompletionStage<Long>> counting =
                  Stream.generate(() -> refusals.count(address, "UNAUTHENTICATED", TIME))
                      .limit(100)
                      .toList();
              valueOf(sql.read("select 1", Tuple.tuple()));
              return counting;
            });

    flood.forEach(Stages::valueOf);
    assertThat(valueOf(refusals.count(address, "UNAUTHENTICATED", TIME))).isEqualTo(102);
  }

  @Test
  void forgetsWhatWasCountedBefore() {
    Instant longAgo = Instant.parse("2001-01-01T00:00:00Z");
    valueOf(refusals.count("old", "UNAUTHENTICATED", longAgo));
    valueOf(refusals.count("younger", "UNAUTHENTICATED", longAgo.plus(Duration.ofMinutes(1))));

    valueOf(refusals.forgetBefore(longAgo.plus(Duration.ofMinutes(1))));

    assertThat(valueOf(refusals.count("old", "UNAUTHENTICATED", longAgo))).isEqualTo(1);
    assertThat(
            valueOf(
                refusals.count("younger", "UNAUTHENTICATED", longAgo.plus(Duration.ofMinutes(1)))))
        .isEqualTo(2);
  }
}
