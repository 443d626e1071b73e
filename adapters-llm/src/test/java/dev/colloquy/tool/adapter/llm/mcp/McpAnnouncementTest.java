package dev.colloquy.tool.adapter.llm.mcp;

import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.tool.domain.McpEndpoint;
import dev.colloquy.tool.domain.McpTool;
import dev.colloquy.tool.domain.McpTransport;
import dev.colloquy.tool.domain.port.out.McpClient;
import dev.colloquy.tool.testkit.RunningMcpServer;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Servers that say unasked that they offer something else. */
final class McpAnnouncementTest extends McpClientGround {

  private void call(McpEndpoint endpoint, String tool) {
    valueOf(
        client.call(
            endpoint,
            new McpClient.Call(tool, new HashMap<>(), LONG, new CompletableFuture<Void>())));
  }

  private List<String> listed(McpEndpoint endpoint) {
    return valueOf(client.tools(endpoint)).tools().stream().map(McpTool::name).toList();
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + LONG.toNanos();
    while (!condition.call()) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.onSpinWait();
    }
  }

  private long count(String part) throws IOException {
    return RunningMcpServer.count(diary, part);
  }

  @ParameterizedTest
  @EnumSource
  void hearsOfOtherToolsWhileACallIsAnswered(McpTransport.Kind kind) {
    McpEndpoint endpoint = endpoint(kind);
    assertThat(listed(endpoint)).doesNotContain("learnt");
    assertThat(client.changed()).isEmpty();

    call(endpoint, "learn");

    assertThat(client.changed()).containsExactly(endpoint);
    assertThat(listed(endpoint)).contains("learnt").doesNotContain("hang_up");
    assertThat(client.changed()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void hearsOfOtherToolsWhenNothingIsAsked(McpTransport.Kind kind) throws Exception {
    McpEndpoint endpoint = endpoint(kind);
    listed(endpoint);
    await(() -> kind == McpTransport.Kind.STDIO || count("listened to") == 1);

    call(endpoint, "announce");

    await(() -> client.changed().equals(List.of(endpoint)));
    assertThat(listed(endpoint)).contains("learnt");
    assertThat(client.changed()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void doesNotKnowWhatAServerSaidBeforeItWasConnected(McpTransport.Kind kind) {
    call(endpoint(kind), "environment");

    assertThat(client.changed()).containsExactly(endpoint(kind));
  }

  @Test
  void listensAgainFromTheLastEventOn() throws Exception {
    McpEndpoint http = endpoint(McpTransport.Kind.STREAMABLE_HTTP);
    listed(http);
    await(() -> count("listened to") == 1);
    call(http, "announce");
    await(() -> !client.changed().isEmpty());
    listed(http);

    call(http, "hang_up");

    await(() -> count("listened to") == 2);
    assertThat(count("GET after null")).isEqualTo(1);
    assertThat(count("GET after news-1")).isEqualTo(1);
    assertThat(client.changed()).as("nothing can have been missed").isEmpty();
  }

  @Test
  void asksAnewWhereItMayHaveMissedSomething() throws Exception {
    McpEndpoint http = endpoint(McpTransport.Kind.STREAMABLE_HTTP);
    listed(http);
    await(() -> count("listened to") == 1);

    call(http, "hang_up");

    await(() -> count("listened to") == 2);
    await(() -> client.changed().equals(List.of(http)));
  }

  @Test
  void asksAnewAServerThatWasStartedAnewThoughNobodyCallsIt() throws Exception {
    McpEndpoint http = endpoint(McpTransport.Kind.STREAMABLE_HTTP);
    listed(http);
    await(() -> count("listened to") == 1);

    server.close();
    server = RunningMcpServer.start(diary, server.port());

    await(() -> client.changed().equals(List.of(http)));
    assertThat(listed(http)).contains("note");
    await(() -> count("listened to") == 2);
    assertThat(client.changed()).isEmpty();
  }

  @Test
  void asksAServerOnceThatSaysNothingByItself() throws Exception {
    McpEndpoint mute = http("http://localhost:" + server.port() + "/mute");
    listed(mute);
    await(() -> count("GET after") == 1);

    call(mute, "learn");

    assertThat(client.changed()).containsExactly(mute);
    assertThat(count("GET after")).isEqualTo(1);
  }

  @Test
  void listensNoMoreOnceItHasLetGo() throws Exception {
    McpEndpoint http = endpoint(McpTransport.Kind.STREAMABLE_HTTP);
    listed(http);
    await(() -> count("listened to") == 1);
    call(http, "announce");
    await(() -> !client.changed().isEmpty());

    client.forget(id);

    assertThat(client.changed()).isEmpty();
    await(() -> count("DELETE") == 1);
    call(http, "environment");
    await(() -> count("listened to") == 2);
    for (int calls = 3; calls <= 4; calls++) {
      call(http, "hang_up");
      int expected = calls;
      await(() -> count("listened to") == expected);
    }
    assertThat(count("GET after null")).isEqualTo(4);
    assertThat(count("GET after news-1")).isZero();
  }
}
