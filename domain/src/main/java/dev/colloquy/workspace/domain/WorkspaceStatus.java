package dev.colloquy.workspace.domain;

/** Where a workspace stands in its life. */
public enum WorkspaceStatus {
  ACTIVE,
  /** Readable; takes no changes until it is restored. */
  ARCHIVED,
  /** Gone for everybody, until its owner restores it or the purge removes it. */
  DELETED
}
