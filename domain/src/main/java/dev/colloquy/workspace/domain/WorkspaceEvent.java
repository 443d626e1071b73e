package dev.colloquy.workspace.domain;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Audience;
import dev.colloquy.shared.domain.DomainEvent;
import dev.colloquy.shared.domain.Snapshot;
import dev.colloquy.shared.domain.Subject;
import dev.colloquy.shared.domain.WorkspaceId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What happens to a workspace itself; its members see it. */
public sealed interface WorkspaceEvent extends DomainEvent {

  /** The workspace after the change. */
  Workspace workspace();

  @Override
  default Subject subject() {
    return new Subject("workspace", workspace().id().value());
  }

  @Override
  default Audience audience() {
    return new Audience.Members(workspace().id());
  }

  @Override
  default Optional<WorkspaceId> workspaceId() {
    return Optional.of(workspace().id());
  }

  /** The public JSON of the workspace, but for what differs from reader to reader. */
  @Override
  default Map<String, @Nullable Object> data() {
    return new Snapshot()
        .with("id", workspace().id())
        .with("name", workspace().draft().name())
        .with("description", workspace().draft().description())
        .with("owner_id", workspace().owner())
        .with("type", workspace().draft().type())
        .with("status", workspace().status())
        .with("settings", workspace().draft().settings())
        .with("metadata", workspace().draft().metadata())
        .with("created_at", workspace().createdAt())
        .with("updated_at", workspace().updatedAt())
        .with("version", workspace().version())
        .toMap();
  }

  /** Somebody opened it. */
  record Created(Actor actor, Instant occurredAt, Workspace workspace) implements WorkspaceEvent {
    @Override
    public String type() {
      return "workspace.created";
    }
  }

  /** Its name, description, type, settings or metadata changed. */
  record Updated(Actor actor, Instant occurredAt, Workspace workspace) implements WorkspaceEvent {
    @Override
    public String type() {
      return "workspace.updated";
    }
  }

  /** It takes no more changes. */
  record Archived(Actor actor, Instant occurredAt, Workspace workspace) implements WorkspaceEvent {
    @Override
    public String type() {
      return "workspace.archived";
    }
  }

  /** It came back from the archive or from deletion. */
  record Restored(Actor actor, Instant occurredAt, Workspace workspace) implements WorkspaceEvent {
    @Override
    public String type() {
      return "workspace.restored";
    }
  }

  /** It has another owner. */
  record Transferred(Actor actor, Instant occurredAt, Workspace workspace)
      implements WorkspaceEvent {
    @Override
    public String type() {
      return "workspace.transferred";
    }
  }

  /** It is gone; the data says no more than when. */
  record Deleted(Actor actor, Instant occurredAt, Workspace workspace) implements WorkspaceEvent {
    @Override
    public String type() {
      return "workspace.deleted";
    }

    @Override
    public Map<String, @Nullable Object> data() {
      return new Snapshot()
          .with("id", workspace().id())
          .with("deleted_at", workspace().deletedAt())
          .toMap();
    }
  }
}
