package dev.colloquy.run.adapter.persistence;

import dev.colloquy.conversation.domain.Content;
import dev.colloquy.conversation.domain.MessageId;
import dev.colloquy.model.domain.ModelId;
import dev.colloquy.model.domain.TokenUsage;
import dev.colloquy.run.domain.Importance;
import dev.colloquy.run.domain.Run;
import dev.colloquy.run.domain.RunError;
import dev.colloquy.run.domain.RunId;
import dev.colloquy.run.domain.RunOrder;
import dev.colloquy.run.domain.RunStatus;
import dev.colloquy.run.domain.RunWaits;
import dev.colloquy.run.domain.Spent;
import dev.colloquy.run.domain.Temperature;
import dev.colloquy.shared.adapter.persistence.Columns;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.tool.domain.ToolName;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Between a run and its row. */
final class RunRows {

  /** The columns that {@link #run} reads, of the table under the name {@code r}. */
  static final String COLUMNS =
      """
      r.id, r.conversation_id, r.workspace_id, r.started_by, r.question_id, r.system, r.model_id, \
      r.fallbacks, \
      r.importance, r.temperature, r.max_tokens, r.tools, r.retry_of, r.status, r.attempt, \
      r.prompt_tokens, r.completion_tokens, r.cost, r.tier_path, r.error_code, r.error_detail, r.result_id, \
      r.created_at, r.started_at, r.cancel_requested_at, r.finished_at, r.waits, r.waited_attempt, \
      r.resumed_at, r.version""";

  private RunRows() {}

  static Run run(Row row) {
    return new Run(
        new RunId(row.getUUID("id")),
        new ConversationId(row.getUUID("conversation_id")),
        new WorkspaceId(row.getUUID("workspace_id")),
        new UserId(row.getUUID("started_by")),
        order(row),
        Optional.ofNullable(row.getUUID("retry_of")).map(RunId::new),
        Columns.constant(RunStatus.class, row.getString("status")),
        row.getInteger("attempt"),
        new Spent(
            new TokenUsage(row.getLong("prompt_tokens"), row.getLong("completion_tokens")),
            row.getBigDecimal("cost"),
            List.of(row.getArrayOfIntegers("tier_path"))),
        Optional.ofNullable(row.getString("error_code"))
            .map(code -> new RunError(code, row.getString("error_detail"))),
        Optional.ofNullable(row.getUUID("result_id")).map(MessageId::new),
        Columns.instant(row, "created_at"),
        Columns.optionalInstant(row, "started_at"),
        Columns.optionalInstant(row, "cancel_requested_at"),
        Columns.optionalInstant(row, "finished_at"),
        new RunWaits(
            row.getInteger("waits"),
            row.getInteger("waited_attempt"),
            Columns.optionalInstant(row, "resumed_at")),
        row.getLong("version"));
  }

  /** What never changes about it. */
  static Tuple fresh(Run run) {
    RunOrder order = run.order();
    return Tuple.tuple()
        .addUUID(run.id().value())
        .addUUID(run.conversation().value())
        .addUUID(run.workspace().value())
        .addUUID(run.startedBy().value())
        .addUUID(order.question().value())
        .addString(order.system().map(Content::value).orElse(null))
        .addUUID(order.model().value())
        .addString(Columns.text(order.importance()))
        .addDouble(order.temperature().map(Temperature::value).orElse(null))
        .addInteger(order.maxTokens().orElse(null))
        .addUUID(run.retryOf().map(RunId::value).orElse(null))
        .addOffsetDateTime(Columns.timestamp(run.createdAt()))
        .addLong(run.version())
        .addArrayOfString(order.tools().stream().map(ToolName::value).toArray(String[]::new))
        .addArrayOfUUID(order.fallbacks().stream().map(ModelId::value).toArray(UUID[]::new));
  }

  /** What changes when it ends. */
  static Tuple ended(Run run) {
    return Tuple.tuple()
        .addUUID(run.id().value())
        .addString(Columns.text(run.status()))
        .addLong(run.spent().tokens().promptTokens())
        .addLong(run.spent().tokens().completionTokens())
        .addBigDecimal(run.spent().cost())
        .addString(run.error().map(RunError::code).orElse(null))
        .addString(run.error().map(RunError::detail).orElse(null))
        .addUUID(run.result().map(MessageId::value).orElse(null))
        .addOffsetDateTime(timestamp(run.cancelRequestedAt()))
        .addOffsetDateTime(timestamp(run.finishedAt()))
        .addLong(run.version())
        .addArrayOfInteger(tiers(run));
  }

  /** What changes when it begins or ends to wait. */
  static Tuple waits(Run run) {
    return Tuple.tuple()
        .addUUID(run.id().value())
        .addLong(run.spent().tokens().promptTokens())
        .addLong(run.spent().tokens().completionTokens())
        .addBigDecimal(run.spent().cost())
        .addInteger(run.waits().count())
        .addInteger(run.waits().lastAttempt())
        .addOffsetDateTime(timestamp(run.waits().resumedAt()))
        .addOffsetDateTime(timestamp(run.cancelRequestedAt()))
        .addLong(run.version())
        .addArrayOfInteger(tiers(run));
  }

  private static Integer[] tiers(Run run) {
    return run.spent().tiers().toArray(Integer[]::new);
  }

  private static RunOrder order(Row row) {
    return new RunOrder(
        new MessageId(row.getUUID("question_id")),
        Optional.ofNullable(row.getString("system")).map(Content::new),
        new ModelId(row.getUUID("model_id")),
        Arrays.stream(row.getArrayOfUUIDs("fallbacks")).map(ModelId::new).toList(),
        Columns.constant(Importance.class, row.getString("importance")),
        Optional.ofNullable(row.getDouble("temperature")).map(Temperature::new),
        Optional.ofNullable(row.getInteger("max_tokens")),
        Arrays.stream(row.getArrayOfStrings("tools")).map(ToolName::new).toList());
  }

  static @Nullable OffsetDateTime timestamp(Optional<Instant> instant) {
    return instant.map(Columns::timestamp).orElse(null);
  }
}
