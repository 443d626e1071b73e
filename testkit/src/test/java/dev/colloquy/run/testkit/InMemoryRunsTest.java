package dev.colloquy.run.testkit;

import dev.colloquy.shared.testkit.TestClock;

final class InMemoryRunsTest
    implements RunsContract,
        RunRaces,
        RunJournalContract,
        OrchestrationRulesContract,
        SummariesContract {

  private final RunGround ground = new InMemoryRunGround(new TestClock());

  @Override
  public RunGround ground() {
    return ground;
  }
}
