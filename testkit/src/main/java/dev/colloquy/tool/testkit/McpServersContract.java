package dev.colloquy.tool.testkit;

import static dev.colloquy.shared.testkit.Stages.assertFailureOf;
import static dev.colloquy.shared.testkit.Stages.valueOf;
import static dev.colloquy.tool.testkit.McpFixtures.NOON;
import static dev.colloquy.tool.testkit.McpFixtures.draft;
import static dev.colloquy.tool.testkit.McpFixtures.program;
import static dev.colloquy.tool.testkit.McpFixtures.unique;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.CommonException.Conflict;
import dev.colloquy.shared.domain.CommonException.Duplicate;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import dev.colloquy.tool.domain.AdministeredTool;
import dev.colloquy.tool.domain.McpFailure;
import dev.colloquy.tool.domain.McpServer;
import dev.colloquy.tool.domain.McpServerCheck;
import dev.colloquy.tool.domain.McpServerDraft;
import dev.colloquy.tool.domain.McpServerId;
import dev.colloquy.tool.domain.McpServerName;
import dev.colloquy.tool.domain.McpTool;
import dev.colloquy.tool.domain.SealedSecrets;
import dev.colloquy.tool.domain.Tool;
import dev.colloquy.tool.domain.ToolPolicy;
import dev.colloquy.tool.domain.port.out.McpServers;
import dev.colloquy.tool.domain.port.out.ToolPolicies;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every keeper of MCP servers, and of what was said of tools, does. */
public interface McpServersContract {

  UnitOfWork unitOfWork();

  McpServers servers();

  ToolPolicies policies();

  Actor.OfUser administrator();

  private <T> CompletionStage<T> within(Supplier<? extends CompletionStage<T>> work) {
    return unitOfWork().inTransaction(work);
  }

  private McpServer kept(McpServerDraft draft) {
    return valueOf(within(() -> servers().add(McpFixtures.setUp(administrator(), draft))));
  }

  private McpServer kept() {
    return kept(draft(unique()));
  }

  private McpServer found(McpServerId id) {
    return valueOf(servers().find(id)).orElseThrow();
  }

  private CompletionStage<McpServer> renamed(McpServer server, McpServerName name) {
    return within(
        () ->
            servers()
                .save(
                    server.edit(
                        administrator(), program(name), SealedSecrets.NONE, NOON.plusSeconds(1))));
  }

  private McpServerCheck check(McpFailure... failure) {
    return new McpServerCheck(
        NOON.plusSeconds(5), Duration.ofMillis(1234), List.of(failure).stream().findFirst());
  }

  private McpServer offering(McpServer server) {
    return valueOf(
        within(
            () ->
                servers()
                    .saveOffer(
                        server.refreshed(
                            administrator(), List.of(McpFixtures.FORECAST), check()))));
  }

  @Test
  default void keepsAServerAsItIs() {
    McpServer http = kept();
    McpServer program = kept(program(unique()));

    assertThat(found(http.id())).isEqualTo(http);
    assertThat(found(program.id())).isEqualTo(program);
    assertThat(valueOf(servers().find(new McpServerId(UUID.randomUUID())))).isEmpty();
    assertThat(valueOf(servers().all())).contains(http, program);
    takeAway(http);
    takeAway(program);
  }

  @Test
  default void keepsAChangeOfAServerAndForgetsWhatTheEarlierOneOffered() {
    McpServer server = offering(kept());

    McpServer edited = valueOf(renamed(server, unique()));

    assertThat(found(server.id())).isEqualTo(edited);
    assertThat(edited.version()).isEqualTo(2);
    assertThat(edited.offered()).isEmpty();
    takeAway(edited);
  }

  @Test
  default void refusesAChangeOfAnEarlierServer() {
    McpServer server = kept();
    McpServer later = valueOf(renamed(server, unique()));

    assertFailureOf(renamed(server, unique())).isInstanceOf(Conflict.class);
    assertFailureOf(within(() -> servers().saveOffer(server.checked(administrator(), check()))))
        .isInstanceOf(Conflict.class);
    assertFailureOf(within(() -> servers().remove(server.delete(administrator(), NOON))))
        .isInstanceOf(Conflict.class);
    takeAway(later);
  }

  @Test
  default void refusesASecondServerOfTheSameName() {
    McpServer one = kept();
    McpServer other = kept();

    assertFailureOf(
            within(
                () -> servers().add(McpFixtures.setUp(administrator(), draft(one.draft().name())))))
        .isInstanceOf(Duplicate.class);
    assertFailureOf(renamed(other, one.draft().name())).isInstanceOf(Duplicate.class);
    takeAway(one);
    takeAway(other);
  }

  @Test
  default void remembersWhatAServerOffers() {
    McpServer server = offering(kept());

    assertThat(found(server.id())).isEqualTo(server);
    assertThat(server.version()).isEqualTo(1);
    assertThat(server.offered()).containsExactly(McpFixtures.FORECAST);
    takeAway(server);
  }

  @Test
  default void remembersWhatAServerSaysUnasked() {
    McpServer before = offering(kept());
    McpTool news = new McpTool("moon", "", "{}");

    McpServer heard =
        valueOf(
            within(
                () ->
                    servers()
                        .saveOffer(
                            before.heard(
                                administrator(), List.of(news, McpFixtures.FORECAST), check()))));

    assertThat(heard.offered()).extracting(McpTool::unseen).containsExactly(true, false);
    assertThat(found(before.id())).isEqualTo(heard);
    takeAway(heard);
  }

  @Test
  default void remembersHowAServerDidAndDisturbsNothing() {
    McpServer before = kept();
    McpServer offering = offering(before);

    valueOf(
        within(
            () -> servers().saveCheck(before.checked(administrator(), check(McpFailure.TIMEOUT)))));

    McpServer now = found(before.id());
    assertThat(now.lastCheck()).contains(check(McpFailure.TIMEOUT));
    assertThat(now.offered()).isEqualTo(offering.offered());
    takeAway(now);
  }

  @Test
  default void listsServersInTheOrderOfTheirIds() {
    List<McpServer> wanted = List.of(kept(), kept(), kept());

    List<String> listed = new ArrayList<>();
    Optional<PageRequest> next = Optional.of(new PageRequest(1, Optional.empty()));
    while (next.isPresent()) {
      var page = valueOf(servers().list(next.get()));
      page.items().forEach(it -> listed.add(it.id().toString()));
      next = page.next().map(it -> new PageRequest(1, Optional.of(it)));
    }

    assertThat(listed).isSorted().doesNotHaveDuplicates();
    assertThat(listed).containsAll(wanted.stream().map(it -> it.id().toString()).toList());
    wanted.forEach(this::takeAway);
  }

  @Test
  default void keepsWhatIsSaidOfAToolAsLongAsItsServerIsThere() {
    McpServer server = offering(kept());
    ToolPolicy first = said(ToolPolicy.usual(tool(server).id(), Optional.of(server.id())), server);
    ToolPolicy second =
        valueOf(
            within(
                () ->
                    policies()
                        .save(
                            first.edit(
                                administrator(),
                                tool(server),
                                true,
                                Optional.empty(),
                                NOON.plusSeconds(1)))));

    assertThat(valueOf(policies().all())).containsEntry(second.tool(), second);
    assertThat(second.version()).isEqualTo(2);

    takeAway(server);
    assertThat(valueOf(policies().all())).doesNotContainKey(second.tool());
  }

  @Test
  default void refusesToSayTwoThingsAtOnce() {
    McpServer server = offering(kept());
    ToolPolicy nothing = ToolPolicy.usual(tool(server).id(), Optional.of(server.id()));
    ToolPolicy first = said(nothing, server);

    assertFailureOf(within(() -> policies().save(saying(nothing, server))))
        .isInstanceOf(Conflict.class);
    valueOf(
        within(
            () ->
                policies()
                    .save(
                        first.edit(administrator(), tool(server), true, Optional.of(true), NOON))));
    assertFailureOf(
            within(
                () ->
                    policies()
                        .save(
                            first.edit(
                                administrator(), tool(server), true, Optional.empty(), NOON))))
        .isInstanceOf(Conflict.class);
    takeAway(server);
  }

  @Test
  default void writesServersAndPoliciesInUnitsOfWorkOnly() {
    McpServer server = offering(kept());

    assertFailureOf(servers().add(McpFixtures.setUp(administrator(), draft(unique()))))
        .isInstanceOf(IllegalStateException.class);
    assertFailureOf(
            policies()
                .save(
                    saying(ToolPolicy.usual(tool(server).id(), Optional.of(server.id())), server)))
        .isInstanceOf(IllegalStateException.class);
    takeAway(server);
  }

  private static Tool tool(McpServer server) {
    return server.tools().firstEntry().getKey();
  }

  private Change<ToolPolicy> saying(ToolPolicy policy, McpServer server) {
    return policy.edit(administrator(), tool(server), false, Optional.of(false), NOON);
  }

  private ToolPolicy said(ToolPolicy policy, McpServer server) {
    ToolPolicy said = valueOf(within(() -> policies().save(saying(policy, server))));
    assertThat(new AdministeredTool(tool(server), said).tool().needsApproval()).isFalse();
    return said;
  }

  private void takeAway(McpServer server) {
    valueOf(within(() -> servers().remove(server.delete(administrator(), NOON))));
    assertThat(valueOf(servers().find(server.id()))).isEmpty();
  }
}
