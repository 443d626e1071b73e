package dev.colloquy.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.colloquy.tool.testkit.RunningMcpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run waits for leave to call a real MCP server's tool, and the only node is stopped meanwhile.
 */
final class WaitingToolIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String EMAIL = "root@example.com";
  private static final String PASSWORD = "correct horse battery";
  private static final Map<String, String> SETTINGS =
      Map.of(
          "COLLOQUY_ADMIN_EMAIL",
          EMAIL,
          "COLLOQUY_ADMIN_PASSWORD",
          PASSWORD,
          "COLLOQUY_ALLOWED_HOSTS",
          "localhost",
          "COLLOQUY_MCP_STDIO",
          "true");

  @TempDir Path folder;

  @Test
  void callsAToolOfAServerOnceItIsAllowedAfterARestart() throws Exception {
    Path httpDiary = folder.resolve("http");
    Path stdioDiary = folder.resolve("stdio");
    try (RunningMcpServer server = RunningMcpServer.start(httpDiary)) {
      Visitor ada;
      String run;
      try (RunningColloquy first = started()) {
        Visitor root = Visitor.loggedIn(first.address(), EMAIL, PASSWORD);
        offer(root, overHttp(server));
        offer(root, program(stdioDiary));
        ada = Visitor.at(first.address());
        run =
            ada.ask(
                "/tool far__note {\"text\":\"bread\"}\n/tool near__note {\"text\":\"salt\"}\n"
                    + "/say {result}",
                "far__note",
                "near__note");
        awaitState(ada, run, "waiting_approval");
        assertThat(calls(httpDiary) + calls(stdioDiary)).isZero();
        first.terminate();
        first.end();
      }

      try (RunningColloquy second = started()) {
        Visitor again = ada.movedTo(second.address());
        assertThat(state(again, run)).isEqualTo("waiting_approval");
        approveNext(again);
        approveNext(again);

        awaitState(again, run, "completed");
        assertThat(again.kept().getLast().getString("content"))
            .contains("Noted: bread", "Noted: salt");
        assertThat(calls(httpDiary)).isEqualTo(1);
        assertThat(calls(stdioDiary)).isEqualTo(1);
      }
    }
  }

  private RunningColloquy started() throws IOException {
    RunningColloquy running = RunningColloquy.starting(folder.resolve("data"), SETTINGS);
    running.address();
    return running;
  }

  private static JsonObject overHttp(RunningMcpServer server) {
    return new JsonObject()
        .put("name", "far")
        .put("transport", "streamable_http")
        .put("url", server.url())
        .put("headers", new JsonObject().put("Authorization", "Bearer right"));
  }

  private static JsonObject program(Path diary) {
    return new JsonObject()
        .put("name", "near")
        .put("transport", "stdio")
        .put("command", RunningMcpServer.java())
        .put("arguments", new JsonArray(RunningMcpServer.arguments()))
        .put("environment", new JsonObject().put("MCP_DIARY", diary.toString()));
  }

  private static void offer(Visitor root, JsonObject server) throws IOException {
    String id = root.create("/api/v1/admin/mcp-servers", server);
    JsonObject offered =
        new JsonObject(
            root.send("/api/v1/admin/mcp-servers/" + id + "/refresh", new JsonObject()).body());
    assertThat(offered.getJsonObject("check").getBoolean("ok")).as(offered.encode()).isTrue();
  }

  private static void approveNext(Visitor visitor) throws IOException {
    Map<String, String> found = new HashMap<>();
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              JsonArray open =
                  new JsonObject(visitor.get("/api/v1/approvals").body()).getJsonArray("items");
              if (!open.isEmpty()) {
                found.put("id", open.getJsonObject(0).getString("id"));
              }
              return !found.isEmpty();
            });
    String approval = "/api/v1/approvals/" + found.get("id") + "/approve";
    assertThat(visitor.send(approval, new JsonObject()).statusCode()).isEqualTo(200);
  }

  private static long calls(Path diary) throws IOException {
    return RunningMcpServer.count(diary, "tools/call");
  }

  private static void awaitState(Visitor visitor, String run, String state) {
    await().atMost(PATIENCE).until(() -> state(visitor, run), state::equals);
  }

  private static String state(Visitor visitor, String run) throws IOException {
    return new JsonObject(visitor.get(run).body()).getString("status");
  }
}
