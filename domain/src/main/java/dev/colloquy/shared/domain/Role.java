package dev.colloquy.shared.domain;

/** What somebody is in a place. Pure functions of each context turn roles into rights. */
public enum Role {
  /** Owns the workspace; there is exactly one. */
  OWNER,
  /** Manages the workspace's members. */
  ADMIN,
  /** Makes conversations and other things in the workspace. */
  EDITOR,
  /** Reads what the workspace shares. */
  VIEWER,
  /** Takes part in the conversation. */
  PARTICIPANT,
  /** Takes part in the conversation and has started it. */
  CREATOR
}
