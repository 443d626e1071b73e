package dev.colloquy.workspace.domain;

import dev.colloquy.shared.domain.Metadata;

/** Everything about a workspace that its people may write. */
public record WorkspaceDraft(
    WorkspaceName name,
    Description description,
    WorkspaceType type,
    Metadata settings,
    Metadata metadata) {}
