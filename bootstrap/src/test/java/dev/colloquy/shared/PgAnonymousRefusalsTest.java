package dev.colloquy.shared;

import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.bootstrap.testing.PostgresTestResource;
import dev.colloquy.shared.adapter.persistence.PgAnonymousRefusals;
import dev.colloquy.shared.domain.port.out.AnonymousRefusals;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import dev.colloquy.shared.testkit.AnonymousRefusalsContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class PgAnonymousRefusalsTest implements AnonymousRefusalsContract {

  @Inject PgAnonymousRefusals refusals;
  @Inject UnitOfWork unitOfWork;

  @Override
  public AnonymousRefusals refusals() {
    return refusals;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
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
