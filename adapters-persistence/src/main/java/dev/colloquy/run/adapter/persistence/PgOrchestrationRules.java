package dev.colloquy.run.adapter.persistence;

import dev.colloquy.run.domain.OrchestrationRule;
import dev.colloquy.run.domain.OrchestrationRuleId;
import dev.colloquy.run.domain.port.out.OrchestrationRules;
import dev.colloquy.shared.adapter.persistence.ChangeWriter;
import dev.colloquy.shared.adapter.persistence.Columns;
import dev.colloquy.shared.adapter.persistence.Sql;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.Cursor;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.port.out.EventAppender;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Orchestration rules as rows of their table. */
public final class PgOrchestrationRules implements OrchestrationRules {

  private static final String SELECT =
      "select " + OrchestrationRuleRows.COLUMNS + " from orchestration_rule ";

  private static final String FIND = SELECT + "where id = $1";

  private static final String LIST =
      SELECT + "where ($1::uuid is null or id < $1) order by id desc limit $2";

  private static final String ENABLED = SELECT + "where enabled";

  private static final String ADD =
      "insert into orchestration_rule ("
          + OrchestrationRuleRows.COLUMNS
          + ") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

  private static final String SAVE =
      """
      update orchestration_rule set strategy = $2, models = $3, importance = $4, complexity = $5,
        priority = $6, enabled = $7, created_at = $8, updated_at = $9, version = $10
      where id = $1 and version = $10 - 1""";

  private static final String REMOVE =
      "delete from orchestration_rule where id = $1 and version = $2";

  private final Sql sql;
  private final ChangeWriter writer;

  public PgOrchestrationRules(Sql sql, EventAppender events) {
    this.sql = sql;
    this.writer = new ChangeWriter(sql, events);
  }

  @Override
  public CompletionStage<Optional<OrchestrationRule>> find(OrchestrationRuleId id) {
    return sql.read(FIND, Tuple.of(id.value()))
        .thenApply(rows -> Columns.first(rows, OrchestrationRuleRows::rule));
  }

  @Override
  public CompletionStage<Page<OrchestrationRule>> list(PageRequest page) {
    UUID before = page.after().map(Cursor::position).map(UUID::fromString).orElse(null);
    return sql.read(LIST, Tuple.of(before, page.limit() + 1))
        .thenApply(rows -> Columns.list(rows, OrchestrationRuleRows::rule))
        .thenApply(found -> Page.cut(found, page.limit(), each -> each.id().toString()));
  }

  @Override
  public CompletionStage<List<OrchestrationRule>> enabled() {
    return sql.read(ENABLED, Tuple.tuple())
        .thenApply(rows -> Columns.list(rows, OrchestrationRuleRows::rule));
  }

  @Override
  public CompletionStage<OrchestrationRule> add(Change<OrchestrationRule> set) {
    return writer.write(ADD, OrchestrationRuleRows.row(set.now()), set);
  }

  @Override
  public CompletionStage<OrchestrationRule> save(Change<OrchestrationRule> changed) {
    return changed.isNothing()
        ? CompletableFuture.completedFuture(changed.now())
        : writer.write(SAVE, OrchestrationRuleRows.row(changed.now()), changed);
  }

  @Override
  public CompletionStage<Void> remove(Change<OrchestrationRule> deleted) {
    OrchestrationRule rule = deleted.now();
    return writer
        .write(REMOVE, Tuple.of(rule.id().value(), rule.version()), deleted)
        .thenAccept(removed -> {});
  }
}
