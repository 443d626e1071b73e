package dev.colloquy.run.domain;

import dev.colloquy.conversation.domain.MessageId;
import dev.colloquy.model.domain.FinishReason;
import dev.colloquy.model.domain.ModelId;
import dev.colloquy.model.domain.ToolRequest;
import dev.colloquy.shared.domain.Snapshot;
import dev.colloquy.shared.domain.UserId;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a run's stream tells.
 *
 * @param data the public JSON, but for the attempt, as plain JDK types
 */
public record RunSignal(Type type, Map<String, @Nullable Object> data) {

  // by name: who reads it while it is written and who reads it years later get the same bytes;
  // not compact, for the class file would lose which values may be null
  public RunSignal(Type type, Map<String, @Nullable Object> data) {
    this.type = type;
    this.data = Collections.unmodifiableMap(new TreeMap<>(data));
  }

  /** What it tells of. */
  public enum Type {
    STARTED("run.started"),
    /** What was streamed before is void; it begins anew. */
    RESTARTED("run.restarted"),
    DELTA("run.delta"),
    /** Another model is asked, for nothing came of the one before. */
    ESCALATED("run.escalated"),
    /** The model wants a tool called. */
    TOOL_CALL_REQUESTED("run.tool_call.requested"),
    TOOL_CALL_STARTED("run.tool_call.started"),
    TOOL_CALL_COMPLETED("run.tool_call.completed"),
    TOOL_CALL_FAILED("run.tool_call.failed"),
    /** The run waits until somebody has allowed or denied a call. */
    APPROVAL_REQUESTED("run.approval.requested"),
    APPROVAL_RESOLVED("run.approval.resolved"),
    USAGE("run.usage"),
    COMPLETED("run.completed"),
    FAILED("run.failed"),
    CANCELLED("run.cancelled"),
    EXPIRED("run.expired");

    private final String text;

    Type(String text) {
      this.text = text;
    }

    /** As clients read it. */
    public String text() {
      return text;
    }

    /** Whether nothing comes after it. */
    public boolean isLast() {
      return switch (this) {
        case STARTED,
            RESTARTED,
            DELTA,
            ESCALATED,
            TOOL_CALL_REQUESTED,
            TOOL_CALL_STARTED,
            TOOL_CALL_COMPLETED,
            TOOL_CALL_FAILED,
            APPROVAL_REQUESTED,
            APPROVAL_RESOLVED,
            USAGE ->
            false;
        case COMPLETED, FAILED, CANCELLED, EXPIRED -> true;
      };
    }

    /** The type that clients read as this text. */
    public static Type of(String text) {
      for (Type type : values()) {
        if (type.text.equals(text)) {
          return type;
        }
      }
      throw new IllegalArgumentException("no signal of a run: " + text);
    }
  }

  /** The beginning of an attempt. */
  public static RunSignal begun(Run run) {
    return run.attempt() == 1
        ? new RunSignal(Type.STARTED, Map.of())
        : new RunSignal(
            Type.RESTARTED, Map.of("reason", run.wasResumed() ? "resumed" : "node_lost"));
  }

  /** More of the answer. */
  public static RunSignal said(String text) {
    return new RunSignal(Type.DELTA, Map.of("content", text));
  }

  /** Another model is asked from now on. */
  public static RunSignal escalated(ModelId from, ModelId to, RunError why) {
    return new RunSignal(
        Type.ESCALATED,
        new Snapshot()
            .with("from_model_id", from)
            .with("to_model_id", to)
            .with("code", why.code())
            .with("detail", why.detail())
            .toMap());
  }

  /** The model wants a tool called. */
  public static RunSignal toolRequested(ToolRequest request) {
    return new RunSignal(
        Type.TOOL_CALL_REQUESTED, call(request).with("arguments", request.arguments()).toMap());
  }

  /** The tool is being called. */
  public static RunSignal toolStarted(ToolRequest request) {
    return new RunSignal(Type.TOOL_CALL_STARTED, call(request).toMap());
  }

  /** The tool has answered, or nothing came of it. */
  public static RunSignal toolDone(ToolRequest request, ToolOutcome outcome) {
    return switch (outcome) {
      case ToolOutcome.Completed(var result) ->
          new RunSignal(Type.TOOL_CALL_COMPLETED, call(request).with("result", result).toMap());
      case ToolOutcome.Failed(var error) ->
          new RunSignal(
              Type.TOOL_CALL_FAILED,
              call(request)
                  .with("error", Map.of("code", error.code(), "detail", error.detail()))
                  .toMap());
    };
  }

  /** The run waits for somebody's word. */
  public static RunSignal approvalRequested(Approval asked) {
    return new RunSignal(
        Type.APPROVAL_REQUESTED,
        approval(asked)
            .with("arguments", asked.request().arguments())
            .with("expires_at", asked.expiresAt())
            .toMap());
  }

  /** Somebody has said it, or time has. */
  public static RunSignal approvalResolved(Approval decided) {
    return new RunSignal(
        Type.APPROVAL_RESOLVED,
        approval(decided)
            .with("decision", decided.status())
            .with("decided_by", decided.decidedBy().map(UserId::value))
            .toMap());
  }

  /** What the run has taken. */
  public static RunSignal spent(Spent spent) {
    return new RunSignal(Type.USAGE, usage(spent));
  }

  /** The end. */
  public static RunSignal ended(Run run) {
    return ended(run, Optional.empty());
  }

  /** The end, and why the model stopped where it did. */
  public static RunSignal ended(Run run, Optional<FinishReason> finish) {
    Snapshot data = new Snapshot();
    finish.ifPresent(it -> data.with("finish_reason", it));
    run.result().map(MessageId::value).ifPresent(it -> data.with("message_id", it));
    run.error().ifPresent(it -> data.with("code", it.code()).with("detail", it.detail()));
    return new RunSignal(last(run.status()), data.toMap());
  }

  /** A text among the data; empty where there is none. */
  public String text(String name) {
    return data.get(name) instanceof String text ? text : "";
  }

  /** Why it did not go well, among the data. */
  RunError error() {
    return data.get("error") instanceof Map<?, ?> error
        ? new RunError(String.valueOf(error.get("code")), String.valueOf(error.get("detail")))
        : RunError.INTERNAL;
  }

  private static Snapshot approval(Approval approval) {
    return call(approval.request()).with("approval_id", approval.id());
  }

  private static Snapshot call(ToolRequest request) {
    return new Snapshot().with("call_id", request.id()).with("name", request.name());
  }

  static Map<String, @Nullable Object> usage(Spent spent) {
    return new Snapshot()
        .with("prompt_tokens", spent.tokens().promptTokens())
        .with("completion_tokens", spent.tokens().completionTokens())
        .with("cost", spent.cost().doubleValue())
        .toMap();
  }

  private static Type last(RunStatus status) {
    return switch (status) {
      case COMPLETED -> Type.COMPLETED;
      case FAILED -> Type.FAILED;
      case CANCELLED -> Type.CANCELLED;
      case EXPIRED -> Type.EXPIRED;
      case QUEUED, RUNNING, WAITING_APPROVAL ->
          throw new IllegalArgumentException("the run has not ended");
    };
  }
}
