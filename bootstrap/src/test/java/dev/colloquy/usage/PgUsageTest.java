package dev.colloquy.usage;

import dev.colloquy.bootstrap.testing.PostgresTestResource;
import dev.colloquy.usage.testkit.QuotasContract;
import dev.colloquy.usage.testkit.UsageGround;
import dev.colloquy.usage.testkit.UsageMeterContract;
import dev.colloquy.usage.testkit.UsageRaces;
import dev.colloquy.usage.testkit.UsageReadModelContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class PgUsageTest
    implements UsageMeterContract, UsageRaces, QuotasContract, UsageReadModelContract {

  @Inject PgUsageGround ground;

  @Override
  public UsageGround ground() {
    return ground;
  }
}
