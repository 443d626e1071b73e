package dev.colloquy.run.testkit;

import dev.colloquy.run.domain.port.out.Approvals;
import dev.colloquy.shared.testkit.TestClock;

final class InMemoryRunsTest
    implements RunsContract,
        RunRaces,
        RunJournalContract,
        ApprovalsContract,
        OrchestrationRulesContract,
        SummariesContract {

  private final InMemoryRunGround ground = new InMemoryRunGround(new TestClock());

  @Override
  public RunGround ground() {
    return ground;
  }

  @Override
  public Approvals approvals() {
    return ground.approvals();
  }
}
