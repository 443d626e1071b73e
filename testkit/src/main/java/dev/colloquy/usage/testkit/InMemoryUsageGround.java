package dev.colloquy.usage.testkit;

import dev.colloquy.shared.domain.ApiKeyId;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import dev.colloquy.shared.testkit.Actors;
import dev.colloquy.shared.testkit.InMemoryDatabase;
import dev.colloquy.shared.testkit.InMemoryUnitOfWork;
import dev.colloquy.shared.testkit.RecordingEvents;
import dev.colloquy.usage.domain.Plan;
import dev.colloquy.usage.domain.port.out.Quotas;
import dev.colloquy.usage.domain.port.out.UsageMeter;
import dev.colloquy.usage.domain.port.out.UsageReadModel;
import java.util.UUID;

/** The in-memory adapters, put together. */
public final class InMemoryUsageGround implements UsageGround {

  private final InMemoryDatabase database;
  private final RecordingEvents events;
  private final UsagePeople people = new UsagePeople();
  private final UsageTables tables;
  private final UsageMeter meter;
  private final Quotas quotas;
  private final UsageReadModel readModel;

  public InMemoryUsageGround() {
    this(new InMemoryDatabase());
  }

  /** Takes the database that it shares with others. */
  public InMemoryUsageGround(InMemoryDatabase database) {
    this.database = database;
    this.events = new RecordingEvents(database);
    this.tables = new UsageTables(database, people);
    this.meter = new InMemoryUsageMeter(tables);
    this.quotas = new InMemoryQuotas(tables, events);
    this.readModel = new InMemoryUsageReadModel(tables);
  }

  public RecordingEvents events() {
    return events;
  }

  /** How many calls have neither been settled nor released. */
  public int underWay() {
    return tables.calls.values().size();
  }

  @Override
  public UnitOfWork unitOfWork() {
    return new InMemoryUnitOfWork(database);
  }

  @Override
  public UsageMeter meter() {
    return meter;
  }

  /** There is one node. */
  @Override
  public UsageMeter elsewhere() {
    return meter;
  }

  @Override
  public Quotas quotas() {
    return quotas;
  }

  @Override
  public UsageReadModel readModel() {
    return readModel;
  }

  @Override
  public UserId user(Plan tier) {
    UserId user = Actors.anyUser();
    people.user(user, tier);
    return user;
  }

  @Override
  public ApiKeyId key(UserId user) {
    ApiKeyId key = new ApiKeyId(UUID.randomUUID());
    people.key(key, user);
    return key;
  }

  @Override
  public WorkspaceId workspace(UserId user) {
    WorkspaceId workspace = new WorkspaceId(UUID.randomUUID());
    people.member(workspace, user);
    return workspace;
  }
}
