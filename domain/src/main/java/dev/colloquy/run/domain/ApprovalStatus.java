package dev.colloquy.run.domain;

/** Whether somebody has allowed a call. */
public enum ApprovalStatus {
  PENDING,
  APPROVED,
  DENIED,
  /** Nobody said anything in time, which counts as a no. */
  EXPIRED
}
