package dev.colloquy.workspace.domain;

/** A workspace as one of its members sees it. */
public record MyWorkspace(Workspace workspace, MemberRole myRole) {}
