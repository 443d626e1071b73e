package dev.colloquy.tool.adapter.persistence;

import dev.colloquy.shared.adapter.persistence.ChangeWriter;
import dev.colloquy.shared.adapter.persistence.Columns;
import dev.colloquy.shared.adapter.persistence.Sql;
import dev.colloquy.shared.adapter.persistence.UniqueViolation;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.CommonException.Conflict;
import dev.colloquy.shared.domain.port.out.EventAppender;
import dev.colloquy.tool.domain.McpServerId;
import dev.colloquy.tool.domain.ToolId;
import dev.colloquy.tool.domain.ToolPolicy;
import dev.colloquy.tool.domain.port.out.ToolPolicies;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What was said of tools as rows of their table. */
public final class PgToolPolicies implements ToolPolicies {

  private static final String ALL = "select * from tool_policy";

  private static final String ADD =
      """
      insert into tool_policy (tool_id, version, enabled, needs_approval, mcp_server_id)
      values ($1, $2, $3, $4, $5)""";

  private static final String SAVE =
      """
      update tool_policy set version = $2, enabled = $3, needs_approval = $4
      where tool_id = $1 and version = $2 - 1""";

  private final Sql sql;
  private final ChangeWriter writer;

  public PgToolPolicies(Sql sql, EventAppender events) {
    this.sql = sql;
    this.writer = new ChangeWriter(sql, events);
  }

  @Override
  public CompletionStage<Map<ToolId, ToolPolicy>> all() {
    return sql.read(ALL, Tuple.tuple())
        .thenApply(rows -> Columns.list(rows, PgToolPolicies::policy))
        .thenApply(
            all -> all.stream().collect(Collectors.toMap(ToolPolicy::tool, Function.identity())));
  }

  @Override
  public CompletionStage<ToolPolicy> save(Change<ToolPolicy> changed) {
    ToolPolicy it = changed.now();
    if (changed.isNothing()) {
      return CompletableFuture.completedFuture(it);
    }
    Tuple row = Tuple.of(it.tool().value(), it.version(), it.enabled(), it.approval().orElse(null));
    boolean first = it.version() == 1;
    if (first) {
      row.addUUID(it.server().map(McpServerId::value).orElse(null));
    }
    return writer
        .write(first ? ADD : SAVE, row, changed)
        .exceptionallyCompose(UniqueViolation.becomes(Conflict::new));
  }

  private static ToolPolicy policy(Row row) {
    return new ToolPolicy(
        new ToolId(row.getUUID("tool_id")),
        row.getBoolean("enabled"),
        Optional.ofNullable(row.getBoolean("needs_approval")),
        Optional.ofNullable(row.getUUID("mcp_server_id")).map(McpServerId::new),
        row.getLong("version"));
  }
}
