package dev.colloquy.workspace.domain;

/** What became of an invitation. */
public enum InvitationStatus {
  PENDING,
  ACCEPTED,
  DECLINED,
  REVOKED
}
