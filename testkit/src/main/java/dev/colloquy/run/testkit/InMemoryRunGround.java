package dev.colloquy.run.testkit;

import dev.colloquy.conversation.testkit.InMemoryGround;
import dev.colloquy.model.domain.ModelId;
import dev.colloquy.run.domain.port.out.Approvals;
import dev.colloquy.run.domain.port.out.OrchestrationRules;
import dev.colloquy.run.domain.port.out.RunJournal;
import dev.colloquy.run.domain.port.out.Runs;
import dev.colloquy.run.domain.port.out.Summaries;
import dev.colloquy.shared.domain.port.out.Ids;
import dev.colloquy.shared.testkit.SequentialIds;
import dev.colloquy.shared.testkit.TestClock;
import java.util.UUID;

/** The in-memory adapters, put together. */
public final class InMemoryRunGround implements RunGround {

  private final InMemoryGround talks = new InMemoryGround();
  private final TestClock clock;
  private final Runs runs;
  private final InMemoryRunJournal journal;
  private final Approvals approvals;
  private final OrchestrationRules rules;
  private final Summaries summaries;
  private final Ids ids = new SequentialIds();
  private final ModelId model = new ModelId(UUID.randomUUID());

  /** Takes the clock by which leases last. */
  public InMemoryRunGround(TestClock clock) {
    this.clock = clock;
    RunTables tables = new RunTables(talks.database());
    runs = new InMemoryRuns(talks.database(), tables, talks.conversations(), talks.events(), clock);
    approvals = new InMemoryApprovals(talks.database(), runs, talks.memberships());
    rules = new InMemoryOrchestrationRules(talks.database(), talks.events());
    summaries = new InMemorySummaries(talks.database(), talks.events());
    journal = new InMemoryRunJournal(talks.database(), tables);
  }

  @Override
  public InMemoryGround talks() {
    return talks;
  }

  public Approvals approvals() {
    return approvals;
  }

  @Override
  public OrchestrationRules rules() {
    return rules;
  }

  @Override
  public Summaries summaries() {
    return summaries;
  }

  @Override
  public Runs runs() {
    return runs;
  }

  @Override
  public InMemoryRunJournal journal() {
    return journal;
  }

  /** There is one node. */
  @Override
  public RunJournal elsewhere() {
    return journal;
  }

  @Override
  public Ids ids() {
    return ids;
  }

  @Override
  public ModelId model() {
    return model;
  }

  /** All leases run out: there is one clock. */
  @Override
  public void lose(UUID node) {
    clock.advance(InMemoryRuns.LEASE.plusSeconds(1));
  }
}
