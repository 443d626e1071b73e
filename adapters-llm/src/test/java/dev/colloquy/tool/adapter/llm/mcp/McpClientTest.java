package dev.colloquy.tool.adapter.llm.mcp;

import static dev.colloquy.shared.testkit.Stages.assertFailureOf;
import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.shared.adapter.llm.Guide;
import dev.colloquy.tool.domain.McpCallFailed;
import dev.colloquy.tool.domain.McpEndpoint;
import dev.colloquy.tool.domain.McpFailure;
import dev.colloquy.tool.domain.McpRules;
import dev.colloquy.tool.domain.McpTool;
import dev.colloquy.tool.domain.McpTransport;
import dev.colloquy.tool.domain.ToolException.ToolFailed;
import dev.colloquy.tool.domain.port.out.McpClient;
import dev.colloquy.tool.testkit.RunningMcpServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each over HTTP and as a program, against the same server in a process of its own. */
final class McpClientTest extends McpClientGround {

  private static final Duration SHORT = Duration.ofMillis(700);
  private static final CompletableFuture<Void> NEVER = new CompletableFuture<>();

  private CompletionStage<String> call(
      McpEndpoint endpoint, String tool, Duration patience, Map<String, Object> arguments) {
    return client.call(
        endpoint, new McpClient.Call(tool, new HashMap<>(arguments), patience, NEVER));
  }

  private CompletionStage<String> call(McpEndpoint endpoint, String tool) {
    return call(endpoint, tool, LONG, Map.of());
  }

  private String noted(McpEndpoint endpoint, String text) {
    return valueOf(call(endpoint, "note", LONG, Map.of("text", text)));
  }

  private static AbstractThrowableAssert<?, Throwable> assertFailed(
      CompletionStage<?> stage, McpFailure why) {
    return assertFailureOf(stage)
        .isInstanceOfSatisfying(McpCallFailed.class, it -> assertThat(it.failure()).isEqualTo(why));
  }

  private void awaitDiary(String part) throws Exception {
    long end = System.nanoTime() + LONG.toNanos();
    while (RunningMcpServer.count(diary, part) == 0) {
      assertThat(System.nanoTime()).as("nothing of " + part).isLessThan(end);
      Thread.onSpinWait();
    }
  }

  @ParameterizedTest
  @EnumSource
  void readsPageByPageWhatAServerOffersAndLeavesOutWhatIsNoUse(McpTransport.Kind kind) {
    McpClient.Listing listing = valueOf(client.tools(endpoint(kind)));

    assertThat(listing.tools())
        .extracting(McpTool::name)
        .startsWith("note", "plain", "fail", "die")
        .hasSize(15);
    assertThat(listing.tools().getFirst().description()).isEqualTo("It is called note.");
    assertThat(listing.tools().getFirst().parameters()).contains("\"required\":[\"text\"]");
    assertThat(listing.leftOut()).containsExactly("broken", "endless");
  }

  @ParameterizedTest
  @EnumSource
  void callsAToolOnceOverOneSession(McpTransport.Kind kind) throws IOException {
    assertThat(noted(endpoint(kind), "bread")).isEqualTo("Noted: bread");
    assertThat(valueOf(call(endpoint(kind), "plain", LONG, Map.of("text", "salt"))))
        .isEqualTo("Noted: salt");

    assertThat(RunningMcpServer.count(diary, "tools/call")).isEqualTo(2);
    assertThat(RunningMcpServer.count(diary, "\"initialize\"")).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void tellsWhatAToolSaysOfItsFailure(McpTransport.Kind kind) {
    assertFailureOf(call(endpoint(kind), "fail"))
        .isInstanceOf(ToolFailed.class)
        .hasMessage("There is no ink.");
    assertFailureOf(call(endpoint(kind), "spoon"))
        .isInstanceOf(ToolFailed.class)
        .hasMessage("The server refuses the call: no such tool");
  }

  @ParameterizedTest
  @EnumSource
  void waitsNoLongerThanItIsToldAndTellsTheServer(McpTransport.Kind kind) throws Exception {
    assertFailed(call(endpoint(kind), "never", SHORT, Map.of()), McpFailure.TIMEOUT);

    awaitDiary("notifications/cancelled");
    assertThat(noted(endpoint(kind), "later")).isEqualTo("Noted: later");
  }

  @ParameterizedTest
  @EnumSource
  void waitsNoLongerThanSomebodyWants(McpTransport.Kind kind) throws Exception {
    CompletableFuture<Void> enough = new CompletableFuture<>();
    CompletionStage<String> waiting =
        client.call(endpoint(kind), new McpClient.Call("never", new HashMap<>(), LONG, enough));
    awaitDiary("tools/call");

    enough.complete(null);

    assertThat(waiting).failsWithin(LONG).withThrowableOfType(CancellationException.class);
    awaitDiary("notifications/cancelled");
  }

  @ParameterizedTest
  @EnumSource
  void isNotHeldByAServerThatDrips(McpTransport.Kind kind) {
    assertFailed(call(endpoint(kind), "drip", SHORT, Map.of()), McpFailure.TIMEOUT);
  }

  @ParameterizedTest
  @EnumSource
  void readsTenMegabytesAndRefusesSixty(McpTransport.Kind kind) {
    assertThat(valueOf(call(endpoint(kind), "big"))).hasSize(10_000_000);
    assertFailed(call(endpoint(kind), "huge"), McpFailure.TOO_LARGE);
    assertThat(noted(endpoint(kind), "still here")).isEqualTo("Noted: still here");
  }

  @Test
  void believesNoAnswerToSomethingElse() {
    assertFailed(call(endpoint(McpTransport.Kind.STREAMABLE_HTTP), "wrong.id"), McpFailure.BROKEN);
    assertFailed(
        call(endpoint(McpTransport.Kind.STDIO), "wrong.id", SHORT, Map.of()), McpFailure.TIMEOUT);
  }

  @Test
  void startsAProgramAgainThatHasDied() throws IOException {
    McpEndpoint program = endpoint(McpTransport.Kind.STDIO);

    assertFailed(call(program, "die"), McpFailure.UNAVAILABLE);

    assertThat(noted(program, "again")).isEqualTo("Noted: again");
    assertThat(RunningMcpServer.count(diary, "\"initialize\"")).isEqualTo(2);
    assertThat(RunningMcpServer.count(diary, "\"die\"")).isEqualTo(1);
  }

  @Test
  void findsAServerAgainThatWasStartedAnew() throws IOException {
    McpEndpoint http = endpoint(McpTransport.Kind.STREAMABLE_HTTP);

    assertFailed(call(http, "die"), McpFailure.UNAVAILABLE);
    assertFailed(call(http, "note"), McpFailure.UNAVAILABLE);
    server = RunningMcpServer.start(diary, server.port());

    assertThat(noted(http, "again")).isEqualTo("Noted: again");
  }

  @Test
  void introducesItselfAgainToAServerThatHasForgottenIt() throws IOException {
    McpEndpoint http = endpoint(McpTransport.Kind.STREAMABLE_HTTP);
    valueOf(call(http, "forget"));

    assertThat(noted(http, "again")).isEqualTo("Noted: again");
    assertThat(RunningMcpServer.count(diary, "\"initialize\"")).isEqualTo(2);
  }

  @Test
  void saysWhyItCannotCall() {
    assertFailed(call(http(server.url(), "Bearer wrong"), "note"), McpFailure.REFUSED);
    assertFailed(call(http("http://localhost:1/mcp", "a"), "note"), McpFailure.UNAVAILABLE);
    assertFailed(call(http("https://no.such.invalid", "a"), "note"), McpFailure.UNAVAILABLE);
    assertFailed(call(http("http://127.0.0.1:1/mcp", "a"), "note"), McpFailure.ADDRESS_REFUSED);
    McpEndpoint nothing =
        new McpEndpoint(id, new McpTransport.Stdio("/no/such/program", List.of()), Map.of());
    assertFailed(call(nothing, "note"), McpFailure.UNAVAILABLE);
  }

  @Test
  void startsNoProgramWhereTheOperatorDoesNotLetIt() {
    McpRules strict = new McpRules(rules.addresses(), false);
    try (VertxMcpClient careful =
        new VertxMcpClient(vertx, Guide.of(vertx, strict.addresses()), strict, McpLimits.USUAL)) {
      assertFailed(careful.tools(endpoint(McpTransport.Kind.STDIO)), McpFailure.PROGRAMS_REFUSED);
    }
    assertThat(diary).doesNotExist();
  }

  @Test
  void givesAProgramNoVariableButItsOwn() {
    assertThat(System.getenv()).isNotEmpty();
    assertThat(valueOf(call(endpoint(McpTransport.Kind.STDIO), "environment")))
        .isEqualTo("MCP_DIARY");
  }

  @Test
  void endsAProgramWithAllThatItHasStarted() throws Exception {
    Path pids = folder.resolve("pids");
    String script = "sleep 1000 & echo $! $$ > \"" + pids + "\"; wait";
    McpEndpoint shell =
        new McpEndpoint(id, new McpTransport.Stdio("/bin/sh", List.of("-c", script)), Map.of());
    CompletionStage<McpClient.Listing> asked = client.tools(shell);
    List<ProcessHandle> family = family(pids);

    client.close();

    for (ProcessHandle each : family) {
      each.onExit().get(15, TimeUnit.SECONDS);
    }
    assertFailed(asked, McpFailure.UNAVAILABLE);
  }

  private static List<ProcessHandle> family(Path pids) throws Exception {
    long end = System.nanoTime() + LONG.toNanos();
    while (Files.notExists(pids) || Files.readString(pids).split(" ").length < 2) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.onSpinWait();
    }
    return List.of(Files.readString(pids).strip().split(" ")).stream()
        .map(Long::parseLong)
        .map(it -> ProcessHandle.of(it).orElseThrow())
        .toList();
  }
}
