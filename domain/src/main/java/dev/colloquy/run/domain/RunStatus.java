package dev.colloquy.run.domain;

/** Where a run is in its life; it reaches exactly one of the last four, and stays there. */
public enum RunStatus {
  /** Waits for a node, or for the conversation's earlier run. */
  QUEUED,
  /** A node works on it. */
  RUNNING,
  /** Nobody works on it until somebody has allowed or denied what its model wants to do. */
  WAITING_APPROVAL,
  COMPLETED,
  FAILED,
  CANCELLED,
  /** Took longer than any run may. */
  EXPIRED;

  public boolean isLast() {
    return switch (this) {
      case QUEUED, RUNNING, WAITING_APPROVAL -> false;
      case COMPLETED, FAILED, CANCELLED, EXPIRED -> true;
    };
  }
}
