package dev.colloquy.tool.adapter.persistence;

import dev.colloquy.shared.adapter.persistence.ChangeWriter;
import dev.colloquy.shared.adapter.persistence.Columns;
import dev.colloquy.shared.adapter.persistence.Sql;
import dev.colloquy.shared.adapter.persistence.UniqueViolation;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.CommonException.Duplicate;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.port.out.EventAppender;
import dev.colloquy.tool.domain.McpServer;
import dev.colloquy.tool.domain.McpServerId;
import dev.colloquy.tool.domain.ToolException.McpServerLimitExceeded;
import dev.colloquy.tool.domain.port.out.McpServers;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** MCP servers as rows of their table. */
public final class PgMcpServers implements McpServers {

  private static final String FIND = "select * from mcp_server where id = $1";

  private static final String LIST =
      "select * from mcp_server where $1::uuid is null or id > $1 order by id limit $2";

  private static final String COUNT = "select count(*) from mcp_server";

  private static final String ADD =
      """
      insert into mcp_server (id, version, name, url, command, arguments, secrets, enabled,
        needs_approval, updated_at, tools, checked_at, check_latency_ms, check_error, created_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)""";

  /** The check goes with the tools: both are of the server that was asked. */
  private static final String SAVE =
      """
      update mcp_server set version = $2, name = $3, url = $4, command = $5, arguments = $6,
        secrets = $7, enabled = $8, needs_approval = $9, updated_at = $10, tools = $11,
        checked_at = $12, check_latency_ms = $13, check_error = $14
      where id = $1 and version = $2 - 1""";

  private static final String SAVE_OFFER =
      """
      update mcp_server set tools = $3, checked_at = $4, check_latency_ms = $5, check_error = $6
      where id = $1 and version = $2""";

  private static final String SAVE_CHECK =
      """
      update mcp_server set checked_at = $2, check_latency_ms = $3, check_error = $4
      where id = $1""";

  private static final String REMOVE = "delete from mcp_server where id = $1 and version = $2";

  private final Sql sql;
  private final ChangeWriter writer;

  public PgMcpServers(Sql sql, EventAppender events) {
    this.sql = sql;
    this.writer = new ChangeWriter(sql, events);
  }

  @Override
  public CompletionStage<Optional<McpServer>> find(McpServerId id) {
    return sql.read(FIND, Tuple.of(id.value()))
        .thenApply(rows -> Columns.first(rows, McpServerRows::server));
  }

  @Override
  public CompletionStage<Page<McpServer>> list(PageRequest page) {
    UUID after = page.after().map(cursor -> UUID.fromString(cursor.position())).orElse(null);
    return sql.read(LIST, Tuple.of(after, page.limit() + 1))
        .thenApply(rows -> Columns.list(rows, McpServerRows::server))
        .thenApply(found -> Page.cut(found, page.limit(), each -> each.id().toString()));
  }

  @Override
  public CompletionStage<List<McpServer>> all() {
    return sql.read(LIST, Tuple.of(null, MOST))
        .thenApply(rows -> Columns.list(rows, McpServerRows::server));
  }

  @Override
  public CompletionStage<McpServer> add(Change<McpServer> added) {
    Tuple row =
        McpServerRows.written(added.now())
            .addOffsetDateTime(Columns.timestamp(added.now().createdAt()));
    return sql.inUnitOfWork(COUNT, Tuple.tuple())
        .thenAccept(PgMcpServers::requireRoom)
        .thenCompose(room -> writer.write(ADD, row, added))
        .exceptionallyCompose(UniqueViolation.becomes(PgMcpServers::nameTaken));
  }

  @Override
  public CompletionStage<McpServer> save(Change<McpServer> changed) {
    if (changed.isNothing()) {
      return CompletableFuture.completedFuture(changed.now());
    }
    return writer
        .write(SAVE, McpServerRows.written(changed.now()), changed)
        .exceptionallyCompose(UniqueViolation.becomes(PgMcpServers::nameTaken));
  }

  @Override
  public CompletionStage<McpServer> saveOffer(Change<McpServer> refreshed) {
    McpServer it = refreshed.now();
    Tuple row =
        McpServerRows.checked(
            Tuple.of(it.id().value(), it.version(), McpServerRows.tools(it.offered())), it);
    return writer.write(SAVE_OFFER, row, refreshed);
  }

  @Override
  public CompletionStage<McpServer> saveCheck(Change<McpServer> checked) {
    McpServer it = checked.now();
    return writer.write(SAVE_CHECK, McpServerRows.checked(Tuple.of(it.id().value()), it), checked);
  }

  @Override
  public CompletionStage<Void> remove(Change<McpServer> deleted) {
    McpServer it = deleted.now();
    return writer
        .write(REMOVE, Tuple.of(it.id().value(), it.version()), deleted)
        .thenAccept(removed -> {});
  }

  private static void requireRoom(RowSet<Row> count) {
    if (count.iterator().next().getLong(0) >= MOST) {
      throw new McpServerLimitExceeded(MOST);
    }
  }

  private static Duplicate nameTaken() {
    return new Duplicate("Another MCP server has this name.");
  }
}
