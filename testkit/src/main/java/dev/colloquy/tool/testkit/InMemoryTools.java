package dev.colloquy.tool.testkit;

import dev.colloquy.shared.testkit.InMemoryDatabase;
import dev.colloquy.shared.testkit.InMemoryUnitOfWork;
import dev.colloquy.shared.testkit.RecordingEvents;

/** Everything that tools need, in memory. */
public final class InMemoryTools {

  private final InMemoryDatabase database = new InMemoryDatabase();
  private final RecordingEvents events = new RecordingEvents(database);
  private final InMemoryToolPolicies policies = new InMemoryToolPolicies(database, events);
  private final InMemoryMcpServers servers = new InMemoryMcpServers(database, policies, events);
  private final ScriptedMcpClient client = new ScriptedMcpClient();
  private final LabelledSecretSafe safe = new LabelledSecretSafe();

  public InMemoryUnitOfWork unitOfWork() {
    return new InMemoryUnitOfWork(database);
  }

  public RecordingEvents events() {
    return events;
  }

  public InMemoryToolPolicies policies() {
    return policies;
  }

  public InMemoryMcpServers servers() {
    return servers;
  }

  public ScriptedMcpClient client() {
    return client;
  }

  public LabelledSecretSafe safe() {
    return safe;
  }
}
