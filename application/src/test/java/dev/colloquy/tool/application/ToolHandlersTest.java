package dev.colloquy.tool.application;

import static dev.colloquy.shared.testkit.Stages.assertFailureOf;
import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.CommonException.AccessDenied;
import dev.colloquy.shared.domain.CommonException.NotFound;
import dev.colloquy.shared.domain.CommonException.ValidationError;
import dev.colloquy.shared.domain.KeyScope;
import dev.colloquy.shared.testkit.Actors;
import dev.colloquy.shared.testkit.ManualTimers;
import dev.colloquy.shared.testkit.TestClock;
import dev.colloquy.tool.domain.Tool;
import dev.colloquy.tool.domain.ToolException.ToolFailed;
import dev.colloquy.tool.domain.ToolException.ToolTimedOut;
import dev.colloquy.tool.domain.ToolResult;
import dev.colloquy.tool.domain.port.in.InvokeTool;
import dev.colloquy.tool.domain.port.out.BuiltInTool;
import dev.colloquy.tool.testkit.FlatArguments;
import dev.colloquy.tool.testkit.InMemoryTools;
import dev.colloquy.tool.testkit.ScriptedTool;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

final class ToolHandlersTest {

  private final TestClock clock = new TestClock();
  private final ManualTimers timers = new ManualTimers(clock);
  private final ScriptedTool oven = ScriptedTool.named("oven");
  private final InMemoryTools more = new InMemoryTools();
  private final ToolRegistry registry =
      registry(oven, new CalculatorTool(), new CurrentTimeTool(clock));
  private final BrowseToolsHandler browse = new BrowseToolsHandler(registry);
  private final InvokeToolHandler invoke =
      new InvokeToolHandler(registry, new FlatArguments(), timers);
  private final Actor.Person alice = Actors.anyone();

  private ToolRegistry registry(BuiltInTool... builtIn) {
    return new ToolRegistry(
        List.of(builtIn),
        more.servers(),
        new McpCalls(more.unitOfWork(), more.servers(), more.client(), more.safe(), clock),
        more.policies());
  }

  private CompletionStage<ToolResult> call(Actor.OfUser actor, String tool, String arguments) {
    return invoke.handle(new InvokeTool.Command(actor, tool, arguments));
  }

  private String told(String tool, String arguments) {
    return valueOf(call(alice, tool, arguments)).text();
  }

  @Test
  void listsAllToolsByName() {
    assertThat(valueOf(browse.list(alice)))
        .extracting(it -> it.name().value())
        .containsExactly("calculator", "current_time", "oven");
  }

  @Test
  void findsAToolByItsIdAndByItsName() {
    Tool tool = oven.tool();

    assertThat(valueOf(browse.get(alice, "oven"))).isEqualTo(tool);
    assertThat(valueOf(browse.get(alice, tool.id().toString()))).isEqualTo(tool);
    assertFailureOf(browse.get(alice, "Oven")).isInstanceOf(NotFound.class);
    assertFailureOf(browse.get(alice, UUID.randomUUID().toString())).isInstanceOf(NotFound.class);
  }

  @Test
  void asksKeysForTheirScopes() {
    Actor.Key runner = Actors.key(alice.user(), KeyScope.RUN);
    Actor.Key reader = Actors.key(alice.user(), KeyScope.READ);

    assertFailureOf(browse.list(runner)).isInstanceOf(AccessDenied.class);
    assertFailureOf(browse.get(runner, "oven")).isInstanceOf(AccessDenied.class);
    assertFailureOf(call(reader, "oven", "{}")).isInstanceOf(AccessDenied.class);
    assertThat(oven.calls()).isEmpty();
  }

  @Test
  void callsAToolForWhoeverWantsIt() {
    CompletionStage<ToolResult> result = call(alice, "oven", "{\"bread\": \"rye\"}");

    oven.last().answered("Baked.");

    assertThat(valueOf(result)).isEqualTo(new ToolResult("Baked.", false));
    assertThat(oven.last().actor()).isEqualTo(alice);
    assertThat(oven.last().arguments()).isEqualTo(Map.of("bread", "rye"));
  }

  @Test
  void tellsWhatAToolRefuses() {
    CompletionStage<ToolResult> result = call(alice, "oven", "{}");

    oven.last().failed(new ToolFailed("It is too hot."));

    assertFailureOf(result).isInstanceOf(ToolFailed.class).hasMessage("It is too hot.");
  }

  @Test
  void callsNothingWithArgumentsThatDoNotFit() {
    assertFailureOf(call(alice, "oven", "rye")).isInstanceOf(ValidationError.class);
    assertFailureOf(call(alice, "spoon", "{}")).isInstanceOf(NotFound.class);
    assertThat(oven.calls()).isEmpty();
  }

  @Test
  void waitsHalfAMinuteAndNoLonger() {
    CompletionStage<ToolResult> result = call(alice, "oven", "{}");

    timers.advance(Duration.ofSeconds(29));
    assertThat(result.toCompletableFuture()).isNotDone();
    timers.advance(Duration.ofSeconds(1));

    assertFailureOf(result).isInstanceOf(ToolTimedOut.class);
    oven.last().answered("Too late.");
    assertFailureOf(result).isInstanceOf(ToolTimedOut.class);
  }

  @Test
  void cutsWhatIsTooLong() {
    CompletionStage<ToolResult> result = call(alice, "oven", "{}");

    oven.last().answered("x".repeat(10_000_000));

    assertThat(valueOf(result).truncated()).isTrue();
    assertThat(valueOf(result).text()).hasSizeLessThan(66_000);
  }

  @Test
  void keepsNamesApart() {
    assertThatIllegalStateException()
        .isThrownBy(() -> registry(oven, ScriptedTool.named("oven")))
        .withMessageContaining("oven");
  }

  @Test
  void calculates() {
    assertThat(told("calculator", "{\"expression\": \"0.1 + 0.2\"}")).isEqualTo("0.3");
    assertFailureOf(call(alice, "calculator", "{\"expression\": \"1 / 0\"}"))
        .isInstanceOf(ToolFailed.class);
  }

  @Test
  void tellsTheTimeWhereverOneIs() {
    clock.advance(Duration.between(clock.instant(), Instant.parse("2026-11-21T23:30:05.7Z")));

    assertThat(told("current_time", "{}")).isEqualTo("2026-11-21T23:30:05Z (Saturday)");
    assertThat(told("current_time", "{\"zone\": \"Europe/Oslo\"}"))
        .isEqualTo("2026-11-22T00:30:05+01:00 (Sunday)");
    assertFailureOf(call(alice, "current_time", "{\"zone\": \"Middle/Earth\"}"))
        .isInstanceOf(ToolFailed.class);
  }
}
