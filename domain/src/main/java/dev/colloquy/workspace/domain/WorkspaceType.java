package dev.colloquy.workspace.domain;

/** What sort of work a workspace is for; it changes no rule. */
public enum WorkspaceType {
  GENERAL,
  CLIENT,
  PERSONAL,
  RESEARCH
}
