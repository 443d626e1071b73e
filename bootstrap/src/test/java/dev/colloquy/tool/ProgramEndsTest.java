package dev.colloquy.tool;

import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.AddressRules;
import dev.colloquy.shared.domain.Precondition;
import dev.colloquy.shared.testkit.Actors;
import dev.colloquy.shared.testkit.ManualTimers;
import dev.colloquy.shared.testkit.SequentialIds;
import dev.colloquy.shared.testkit.TestClock;
import dev.colloquy.tool.adapter.llm.mcp.VertxMcpClient;
import dev.colloquy.tool.application.ManageMcpServersHandler;
import dev.colloquy.tool.application.McpCalls;
import dev.colloquy.tool.application.McpRelisting;
import dev.colloquy.tool.application.McpServerWatch;
import dev.colloquy.tool.application.RefreshMcpServerHandler;
import dev.colloquy.tool.domain.McpEndpoint;
import dev.colloquy.tool.domain.McpRules;
import dev.colloquy.tool.domain.McpSecret;
import dev.colloquy.tool.domain.McpServer;
import dev.colloquy.tool.domain.McpServerDraft;
import dev.colloquy.tool.domain.McpServerName;
import dev.colloquy.tool.domain.McpTransport;
import dev.colloquy.tool.domain.port.in.ManageMcpServers;
import dev.colloquy.tool.domain.port.out.McpClient;
import dev.colloquy.tool.testkit.InMemoryTools;
import dev.colloquy.tool.testkit.RunningMcpServer;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Real programs of two nodes that share what is stored. */
final class ProgramEndsTest {

  private static final Duration SOON = Duration.ofSeconds(5);
  private static final Duration LONG = Duration.ofSeconds(20);

  @TempDir Path folder;
  private final TestClock clock = new TestClock();
  private final InMemoryTools stored = new InMemoryTools();
  private final McpRules rules = new McpRules(new AddressRules(Set.of()), true);
  private final Actor.Person root = Actors.administrator();
  private final Vertx vertx = Vertx.vertx();
  private final Node here = new Node();
  private final Node there = new Node();
  private McpServer server;

  private enum Change {
    SWITCHED_OFF,
    SET_UP_OTHERWISE,
    DELETED
  }

  private final class Node {

    final VertxMcpClient client = new VertxMcpClient(vertx, rules);
    final McpCalls calls =
        new McpCalls(stored.unitOfWork(), stored.servers(), client, stored.safe(), clock);
    final ManualTimers timers = new ManualTimers(clock);
    final ManageMcpServersHandler manage =
        new ManageMcpServersHandler(
            stored.unitOfWork(),
            stored.servers(),
            client,
            stored.safe(),
            rules,
            new SequentialIds(),
            clock);

    Node() {
      McpRelisting relisting =
          new McpRelisting(
              stored.unitOfWork(), stored.servers(), client, new SequentialIds(), clock);
      new McpServerWatch(stored.servers(), client, calls, relisting).start(timers);
    }

    /** The program that it starts. */
    ProcessHandle started() {
      Set<ProcessHandle> before = children();
      valueOf(
          new RefreshMcpServerHandler(stored.unitOfWork(), stored.servers(), client, calls, clock)
              .handle(root, server.id()));
      Set<ProcessHandle> after = children();
      after.removeAll(before);
      assertThat(after).hasSize(1);
      return after.iterator().next();
    }

    McpEndpoint endpoint() {
      return new McpEndpoint(server.id(), transport(), variables());
    }
  }

  @BeforeEach
  void setUp() {
    server =
        valueOf(
            here.manage.create(
                new ManageMcpServers.Create(
                    root,
                    new McpServerDraft(new McpServerName("bakery"), transport(), true, true),
                    variables())));
  }

  @AfterEach
  void stop() {
    here.client.close();
    there.client.close();
    vertx.close();
  }

  @ParameterizedTest
  @EnumSource
  void endsAProgramAtOnceWhereItIsChangedAndSoonElsewhere(Change change) {
    ProcessHandle mine = here.started();
    ProcessHandle theirs = there.started();

    make(change);

    assertThat(mine.onExit()).succeedsWithin(SOON);
    assertThat(theirs.isAlive()).isTrue();
    there.timers.advance(SOON);
    assertThat(theirs.onExit()).succeedsWithin(SOON);
  }

  @Test
  void leavesAProgramAloneThatOnlyGetsAnotherName() {
    ProcessHandle mine = here.started();
    ProcessHandle theirs = there.started();

    edit(new McpServerDraft(new McpServerName("other"), transport(), true, false), Map.of());
    there.timers.advance(SOON);

    assertThat(valueOf(here.client.call(here.endpoint(), note()))).isEqualTo("Noted: rye");
    assertThat(valueOf(there.client.call(there.endpoint(), note()))).isEqualTo("Noted: rye");
    assertThat(mine.isAlive() && theirs.isAlive()).isTrue();
  }

  @Test
  void letsACallUnderWayElsewhereEndFirst() throws IOException {
    ProcessHandle theirs = there.started();
    CompletableFuture<Void> enough = new CompletableFuture<>();
    CompletableFuture<String> underWay =
        there
            .client
            .call(there.endpoint(), new McpClient.Call("never", new HashMap<>(), LONG, enough))
            .toCompletableFuture();
    make(Change.DELETED);
    there.timers.advance(SOON);
    assertThat(valueOf(there.client.call(there.endpoint(), note()))).isEqualTo("Noted: rye");
    assertThat(RunningMcpServer.count(diary(), "\"initialize\"")).isEqualTo(1);
    assertThat(underWay).isNotDone();

    enough.complete(null);
    assertThat(underWay).failsWithin(SOON);

    Awaitility.await()
        .until(
            () -> {
              there.timers.advance(SOON);
              return !theirs.isAlive();
            });
  }

  private void make(Change change) {
    switch (change) {
      case SWITCHED_OFF ->
          edit(new McpServerDraft(server.draft().name(), transport(), false, true), Map.of());
      case SET_UP_OTHERWISE ->
          edit(server.draft(), Map.of("FLOUR", Optional.of(new McpSecret("rye"))));
      case DELETED ->
          valueOf(
              here.manage
                  .delete(new ManageMcpServers.Delete(root, server.id(), new Precondition.Any()))
                  .thenApply(gone -> true));
    }
  }

  private void edit(McpServerDraft draft, Map<String, Optional<McpSecret>> secrets) {
    valueOf(
        here.manage.edit(
            new ManageMcpServers.Edit(
                root, server.id(), before -> draft, secrets, new Precondition.Any())));
  }

  private static McpTransport transport() {
    return new McpTransport.Stdio(RunningMcpServer.java(), RunningMcpServer.arguments());
  }

  private Map<String, McpSecret> variables() {
    return Map.of("MCP_DIARY", new McpSecret(diary().toString()));
  }

  private Path diary() {
    return folder.resolve("diary");
  }

  private static McpClient.Call note() {
    return new McpClient.Call(
        "note", new HashMap<>(Map.of("text", "rye")), LONG, new CompletableFuture<>());
  }

  private static Set<ProcessHandle> children() {
    return ProcessHandle.current().children().collect(Collectors.toSet());
  }
}
