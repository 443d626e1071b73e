package dev.colloquy.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.colloquy.bootstrap.testing.SseClient;
import dev.colloquy.tool.testkit.RunningMcpServer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The node that works on a run dies while a tool of its is under way. */
final class LostToolIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Map<String, String> SETTINGS = Map.of("COLLOQUY_ALLOWED_HOSTS", "localhost");

  @TempDir Path folder;

  @Test
  void repeatsNoCallThatHasComeToSomethingAndMakesTheOtherAgain() throws Exception {
    Path diary = folder.resolve("diary");
    try (SharedDatabase database = SharedDatabase.in(folder);
        RunningMcpServer server = RunningMcpServer.start(diary)) {
      Visitor ada;
      String run;
      try (RunningColloquy lost = database.node("lost", SETTINGS)) {
        trust(Visitor.administrator(lost.address()), server);
        ada = Visitor.at(lost.address());
        run =
            ada.ask(
                "/tool far__note {\"text\":\"bread\"}\n/tool far__slow {}\n/say {result}",
                "far__note",
                "far__slow");
        await().atMost(PATIENCE).until(() -> calls(diary, "slow") == 1);
        lost.kill();
      }

      try (RunningColloquy other = database.node("other", SETTINGS)) {
        Visitor there = ada.movedTo(other.address());
        try (SseClient stream = there.listenTo(run)) {
          stream.awaitEvent("run.restarted");
          stream.awaitEvent("run.completed");
        }
        assertThat(there.kept().getLast().getString("content")).contains("Noted: bread", "At last");
      }
      assertThat(calls(diary, "note")).isEqualTo(1);
      assertThat(calls(diary, "slow")).isEqualTo(2);
    }
  }

  private static void trust(Visitor root, RunningMcpServer server) throws IOException {
    String id =
        root.create(
            "/api/v1/admin/mcp-servers",
            new JsonObject()
                .put("name", "far")
                .put("transport", "streamable_http")
                .put("url", server.url())
                .put("headers", new JsonObject().put("Authorization", "Bearer right"))
                .put("requires_approval", false));
    String refresh = "/api/v1/admin/mcp-servers/" + id + "/refresh";
    assertThat(root.send(refresh, new JsonObject()).body()).contains("far__slow");
  }

  private static long calls(Path diary, String tool) throws IOException {
    return RunningMcpServer.count(diary, "\"params\":{\"name\":\"" + tool + "\"");
  }
}
