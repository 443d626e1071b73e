package dev.colloquy.run.adapter.persistence;

import dev.colloquy.model.domain.ModelId;
import dev.colloquy.run.domain.Summary;
import dev.colloquy.run.domain.SummaryText;
import dev.colloquy.run.domain.port.out.Summaries;
import dev.colloquy.shared.adapter.persistence.Columns;
import dev.colloquy.shared.adapter.persistence.Sql;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.shared.domain.port.out.EventAppender;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Summaries as rows of their table. */
public final class PgSummaries implements Summaries {

  private static final String COLUMNS =
      "conversation_id, workspace_id, up_to, narrative, key_points, decisions, open_questions,"
          + " model_id, written_at";

  private static final String FIND =
      "select " + COLUMNS + " from conversation_summary where conversation_id = $1";

  private static final String SAVE =
      "insert into conversation_summary as s ("
          + COLUMNS
          + """
          ) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
          on conflict (conversation_id) do update set
            up_to = excluded.up_to, narrative = excluded.narrative,
            key_points = excluded.key_points, decisions = excluded.decisions,
            open_questions = excluded.open_questions, model_id = excluded.model_id,
            written_at = excluded.written_at
          where s.up_to <= excluded.up_to""";

  private final Sql sql;
  private final EventAppender events;

  public PgSummaries(Sql sql, EventAppender events) {
    this.sql = sql;
    this.events = events;
  }

  @Override
  public CompletionStage<Optional<Summary>> find(ConversationId conversation) {
    return sql.read(FIND, Tuple.of(conversation.value()))
        .thenApply(rows -> Columns.first(rows, PgSummaries::summary));
  }

  @Override
  public CompletionStage<Summary> save(Change<Summary> written) {
    return sql.inUnitOfWork(SAVE, row(written.now()))
        .thenCompose(
            saved ->
                saved.rowCount() == 1
                    ? events.append(written.events())
                    : CompletableFuture.completedFuture(null))
        .thenApply(told -> written.now());
  }

  private static Tuple row(Summary summary) {
    SummaryText text = summary.text();
    return Tuple.tuple()
        .addUUID(summary.conversation().value())
        .addUUID(summary.workspace().value())
        .addLong(summary.upTo())
        .addString(text.narrative())
        .addArrayOfString(text.keyPoints().toArray(String[]::new))
        .addArrayOfString(text.decisions().toArray(String[]::new))
        .addArrayOfString(text.openQuestions().toArray(String[]::new))
        .addUUID(summary.model().value())
        .addOffsetDateTime(Columns.timestamp(summary.writtenAt()));
  }

  private static Summary summary(Row row) {
    return new Summary(
        new ConversationId(row.getUUID("conversation_id")),
        new WorkspaceId(row.getUUID("workspace_id")),
        row.getLong("up_to"),
        new SummaryText(
            row.getString("narrative"),
            List.of(row.getArrayOfStrings("key_points")),
            List.of(row.getArrayOfStrings("decisions")),
            List.of(row.getArrayOfStrings("open_questions"))),
        new ModelId(row.getUUID("model_id")),
        Columns.instant(row, "written_at"));
  }
}
