package dev.colloquy.run.domain;

import dev.colloquy.shared.domain.DomainException;
import java.util.Map;

/** What runs are refused with. */
public abstract sealed class RunException extends DomainException {

  private RunException(String code, Kind kind, String detail, Map<String, Object> parameters) {
    super(code, kind, detail, parameters);
  }

  /** The conversation has a run already, and none other was asked to wait or to interrupt. */
  public static final class RunInProgress extends RunException {

    public RunInProgress(RunId run) {
      super(
          "RUN_IN_PROGRESS",
          Kind.CONFLICT,
          "This conversation has a run already; wait for it, cancel it, or say on_conflict.",
          Map.of("run_id", run.toString()));
    }
  }

  /** Too many runs wait for the conversation. */
  public static final class RunQueueFull extends RunException {

    public RunQueueFull() {
      super(
          "RUN_QUEUE_FULL",
          Kind.CONFLICT,
          "No more runs may wait in this conversation.",
          Map.of("maximum", Run.MAX_WAITING));
    }
  }

  /** It was decided before, its time is up, or its run does not wait any more. */
  public static final class ApprovalNotPending extends RunException {

    public ApprovalNotPending() {
      super(
          "APPROVAL_NOT_PENDING",
          Kind.CONFLICT,
          "This was decided before, its time is up, or the run does not wait any more.",
          Map.of());
    }
  }

  /** What was taken back is answered no more. */
  public static final class QuestionDeleted extends RunException {

    public QuestionDeleted() {
      super(
          "QUESTION_DELETED",
          Kind.CONFLICT,
          "The message that this run answers was deleted.",
          Map.of());
    }
  }

  /** Only what has ended can be done again. */
  public static final class RunNotFinished extends RunException {

    public RunNotFinished() {
      super(
          "RUN_NOT_FINISHED",
          Kind.CONFLICT,
          "This run has not ended; cancel it or wait before doing it again.",
          Map.of());
    }
  }
}
