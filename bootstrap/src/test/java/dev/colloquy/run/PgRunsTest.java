package dev.colloquy.run;

import dev.colloquy.bootstrap.testing.PostgresTestResource;
import dev.colloquy.run.domain.port.out.Approvals;
import dev.colloquy.run.testkit.ApprovalsContract;
import dev.colloquy.run.testkit.OrchestrationRulesContract;
import dev.colloquy.run.testkit.RunGround;
import dev.colloquy.run.testkit.RunJournalContract;
import dev.colloquy.run.testkit.RunRaces;
import dev.colloquy.run.testkit.RunsContract;
import dev.colloquy.run.testkit.SummariesContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;

/** On an application of its own, whose node it stops: nobody else takes up what it asks for. */
@QuarkusTest
@TestProfile(PgRunsTest.Alone.class)
@QuarkusTestResource(PostgresTestResource.class)
class PgRunsTest
    implements RunsContract,
        RunRaces,
        RunJournalContract,
        ApprovalsContract,
        OrchestrationRulesContract,
        SummariesContract {

  /** Another application than the other tests'; nothing else is different. */
  public static final class Alone implements QuarkusTestProfile {}

  @Inject PgRunGround ground;
  @Inject Approvals approvals;

  @Override
  public RunGround ground() {
    return ground;
  }

  @Override
  public Approvals approvals() {
    return approvals;
  }
}
