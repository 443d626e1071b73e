package dev.colloquy.tool.adapter.persistence;

import dev.colloquy.shared.adapter.persistence.Columns;
import dev.colloquy.shared.domain.BaseUrl;
import dev.colloquy.tool.domain.McpFailure;
import dev.colloquy.tool.domain.McpServer;
import dev.colloquy.tool.domain.McpServerCheck;
import dev.colloquy.tool.domain.McpServerDraft;
import dev.colloquy.tool.domain.McpServerId;
import dev.colloquy.tool.domain.McpServerName;
import dev.colloquy.tool.domain.McpTool;
import dev.colloquy.tool.domain.McpTransport;
import dev.colloquy.tool.domain.SealedSecrets;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Between an MCP server and its row. */
final class McpServerRows {

  private McpServerRows() {}

  static McpServer server(Row row) {
    return new McpServer(
        new McpServerId(row.getUUID("id")),
        new McpServerDraft(
            new McpServerName(row.getString("name")),
            transport(row),
            row.getBoolean("enabled"),
            row.getBoolean("needs_approval")),
        secrets(row),
        tools(row.getJsonArray("tools")),
        check(row),
        Columns.instant(row, "created_at"),
        Columns.instant(row, "updated_at"),
        row.getLong("version"));
  }

  /** What a decision may have changed, after id and version. */
  static Tuple written(McpServer it) {
    McpServerDraft draft = it.draft();
    return checked(
        Tuple.tuple()
            .addUUID(it.id().value())
            .addLong(it.version())
            .addString(draft.name().value())
            .addString(url(draft.transport()))
            .addString(command(draft.transport()))
            .addJsonArray(arguments(draft.transport()))
            .addJsonObject(secrets(it.secrets()))
            .addBoolean(draft.enabled())
            .addBoolean(draft.needsApproval())
            .addOffsetDateTime(Columns.timestamp(it.updatedAt()))
            .addJsonArray(tools(it.offered())),
        it);
  }

  /** These, and then how it did when it was last asked. */
  static Tuple checked(Tuple before, McpServer it) {
    Optional<McpServerCheck> check = it.lastCheck();
    return before
        .addOffsetDateTime(check.map(McpServerCheck::at).map(Columns::timestamp).orElse(null))
        .addLong(check.map(McpServerCheck::latency).map(Duration::toMillis).orElse(null))
        .addString(check.flatMap(McpServerCheck::failure).map(Columns::text).orElse(null));
  }

  static JsonArray tools(List<McpTool> offered) {
    JsonArray tools = new JsonArray();
    for (McpTool each : offered) {
      tools.add(
          new JsonObject()
              .put("name", each.name())
              .put("description", each.description())
              // as it was written: a database's own JSON would lose the order
              .put("parameters", each.parameters())
              .put("unseen", each.unseen()));
    }
    return tools;
  }

  private static List<McpTool> tools(JsonArray tools) {
    return IntStream.range(0, tools.size())
        .mapToObj(tools::getJsonObject)
        .map(
            it ->
                new McpTool(
                    it.getString("name"),
                    it.getString("description"),
                    it.getString("parameters"),
                    it.getBoolean("unseen", false)))
        .toList();
  }

  private static McpTransport transport(Row row) {
    String url = row.getString("url");
    return url == null
        ? new McpTransport.Stdio(
            row.getString("command"),
            row.getJsonArray("arguments").stream().map(Object::toString).toList())
        : new McpTransport.Http(new BaseUrl(URI.create(url)));
  }

  private static @Nullable String url(McpTransport transport) {
    return switch (transport) {
      case McpTransport.Http(var url) -> url.toString();
      case McpTransport.Stdio program -> null;
    };
  }

  private static @Nullable String command(McpTransport transport) {
    return switch (transport) {
      case McpTransport.Http http -> null;
      case McpTransport.Stdio program -> program.command();
    };
  }

  private static @Nullable JsonArray arguments(McpTransport transport) {
    return switch (transport) {
      case McpTransport.Http http -> null;
      case McpTransport.Stdio program -> new JsonArray(program.arguments());
    };
  }

  private static SealedSecrets secrets(Row row) {
    return new SealedSecrets(
        Columns.object(row, "secrets").entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    it -> it.getKey(), it -> String.valueOf(it.getValue()))));
  }

  private static JsonObject secrets(SealedSecrets secrets) {
    JsonObject members = new JsonObject();
    secrets.byName().forEach(members::put);
    return members;
  }

  private static Optional<McpServerCheck> check(Row row) {
    return Columns.optionalInstant(row, "checked_at")
        .map(
            at ->
                new McpServerCheck(
                    at,
                    Duration.ofMillis(row.getLong("check_latency_ms")),
                    Optional.ofNullable(row.getString("check_error"))
                        .map(it -> Columns.constant(McpFailure.class, it))));
  }
}
