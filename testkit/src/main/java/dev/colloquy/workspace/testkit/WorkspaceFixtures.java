package dev.colloquy.workspace.testkit;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.Metadata;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.workspace.domain.Description;
import dev.colloquy.workspace.domain.Workspace;
import dev.colloquy.workspace.domain.WorkspaceDraft;
import dev.colloquy.workspace.domain.WorkspaceName;
import dev.colloquy.workspace.domain.WorkspaceType;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Workspaces for tests. */
public final class WorkspaceFixtures {

  /** A moment that the database keeps as it is. */
  public static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");

  private WorkspaceFixtures() {}

  public static WorkspaceDraft draft(String name) {
    return draft(name, new Metadata(Map.of("icon", "rocket", "size", 3)));
  }

  public static WorkspaceDraft draft(String name, Metadata metadata) {
    return new WorkspaceDraft(
        new WorkspaceName(name),
        new Description("What " + name + " is for"),
        WorkspaceType.GENERAL,
        new Metadata(Map.of("theme", "dark")),
        metadata);
  }

  /** A workspace that the actor has just opened. */
  public static Change<Workspace> opened(Actor.OfUser owner, String name) {
    return opened(owner, new WorkspaceId(UUID.randomUUID()), name);
  }

  public static Change<Workspace> opened(Actor.OfUser owner, WorkspaceId id, String name) {
    return Workspace.open(owner, id, draft(name), NOON);
  }
}
