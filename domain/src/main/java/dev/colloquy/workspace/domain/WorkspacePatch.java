package dev.colloquy.workspace.domain;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A partial change; what is empty stays as it is. Settings and metadata are merged (RFC 7396). */
public record WorkspacePatch(
    Optional<WorkspaceName> name,
    Optional<Description> description,
    Optional<WorkspaceType> type,
    Optional<Map<String, @Nullable Object>> settings,
    Optional<Map<String, @Nullable Object>> metadata) {

  /** What the draft comes to with this change. */
  public WorkspaceDraft applyTo(WorkspaceDraft draft) {
    return new WorkspaceDraft(
        name.orElse(draft.name()),
        description.orElse(draft.description()),
        type.orElse(draft.type()),
        settings.map(draft.settings()::merge).orElse(draft.settings()),
        metadata.map(draft.metadata()::merge).orElse(draft.metadata()));
  }
}
