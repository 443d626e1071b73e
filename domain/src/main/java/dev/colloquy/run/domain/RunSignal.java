package dev.colloquy.run.domain;

import dev.colloquy.conversation.domain.MessageId;
import dev.colloquy.model.domain.FinishReason;
import dev.colloquy.shared.domain.Snapshot;
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
        case STARTED, RESTARTED, DELTA, USAGE -> false;
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
        : new RunSignal(Type.RESTARTED, Map.of("reason", "node_lost"));
  }

  /** More of the answer. */
  public static RunSignal said(String text) {
    return new RunSignal(Type.DELTA, Map.of("content", text));
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
      case QUEUED, RUNNING -> throw new IllegalArgumentException("the run has not ended");
    };
  }
}
