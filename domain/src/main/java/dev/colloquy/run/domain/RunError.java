package dev.colloquy.run.domain;

/**
 * Why a run failed.
 *
 * @param code in capitals with underscores; stable
 * @param detail a sentence that shows no secret
 */
public record RunError(String code, String detail) {

  /** Every node that took it up was lost on the way. */
  public static final RunError LOST =
      new RunError("RUN_LOST", "The run was taken up several times and each time lost.");

  /** The model was taken away before its turn. */
  public static final RunError MODEL_GONE =
      new RunError("MODEL_NOT_ENABLED", "The model is not enabled any more.");

  /** The answer outgrew a message. */
  public static final RunError TOO_LARGE =
      new RunError("ANSWER_TOO_LARGE", "The answer is larger than a message may be.");

  /** Nothing was said. */
  public static final RunError EMPTY =
      new RunError("EMPTY_ANSWER", "The model ended without having said anything.");

  /** The model asked for tools again and again. */
  public static final RunError TOO_MANY_ROUNDS =
      new RunError(
          "TOOL_ROUNDS_EXCEEDED",
          "The model asked for tools more than " + ToolRounds.MAX_ROUNDS + " times.");

  /** The model asked for too much. */
  public static final RunError TOO_MANY_CALLS =
      new RunError(
          "TOOL_CALLS_EXCEEDED",
          "The model asked for more than " + ToolRounds.MAX_CALLS + " calls of tools.");

  /** Somebody said no to what the model wanted. */
  public static final RunError DENIED =
      new RunError("APPROVAL_DENIED", "The user has denied this call.");

  /** Nobody said anything. */
  public static final RunError NOT_APPROVED =
      new RunError("APPROVAL_EXPIRED", "Nobody has allowed this call in time.");

  /** Something of ours went wrong. */
  public static final RunError INTERNAL =
      new RunError("INTERNAL_ERROR", "Something went wrong inside Colloquy; its log says more.");
}
