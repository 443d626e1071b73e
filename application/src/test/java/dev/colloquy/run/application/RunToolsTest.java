package dev.colloquy.run.application;

import static dev.colloquy.shared.testkit.Stages.assertFailureOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.conversation.domain.Content;
import dev.colloquy.model.domain.FinishReason;
import dev.colloquy.model.domain.ModelCallFailed.Fault;
import dev.colloquy.model.domain.ModelEvent;
import dev.colloquy.model.domain.ToolOffer;
import dev.colloquy.model.domain.ToolRequest;
import dev.colloquy.model.domain.Turn;
import dev.colloquy.model.testkit.ScriptedCall;
import dev.colloquy.run.domain.Importance;
import dev.colloquy.run.domain.OnConflict;
import dev.colloquy.run.domain.Run;
import dev.colloquy.run.domain.RunSignal;
import dev.colloquy.run.domain.RunSignal.Type;
import dev.colloquy.run.domain.RunStatus;
import dev.colloquy.run.domain.port.in.StartRun;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.CommonException.ValidationError;
import dev.colloquy.shared.domain.CommonException.ValidationError.Violation;
import dev.colloquy.tool.domain.ToolException.ToolFailed;
import dev.colloquy.tool.domain.ToolName;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** Models ask for tools, and go on with what they come to. */
final class RunToolsTest {

  private static final ToolName OVEN = new ToolName("oven");
  private static final ToolName CLOCK = new ToolName("clock");
  private static final Duration LEASE_AND_MORE = Duration.ofSeconds(6);

  private final RunTrial trial = new RunTrial();
  private final RunWorld world = trial.world;

  private static ToolRequest request(String name, String arguments) {
    return new ToolRequest("of the model's own", name, arguments);
  }

  /** The model ends its turn with these wishes. */
  private void asks(ToolRequest... requests) {
    ScriptedCall call = trial.call();
    for (ToolRequest each : requests) {
      call.event(new ModelEvent.ToolAsked(each));
    }
    call.completed(FinishReason.TOOL_CALLS);
  }

  private void asksForTheOven() {
    asks(request("oven", "{\"bread\": \"rye\"}"));
  }

  private List<RunSignal> calls(Run run) {
    return world.stream(run).stream()
        .map(it -> it.signal())
        .filter(it -> it.type().text().startsWith("run.tool_call."))
        .toList();
  }

  /** What the model was told of tools in its newest turn. */
  private List<String> told() {
    return trial.call().question().turns().stream()
        .flatMap(
            it ->
                it instanceof Turn.ToolAnswered(var id, var text)
                    ? Stream.of(text)
                    : Stream.empty())
        .toList();
  }

  private List<Violation> refused(String... tools) {
    List<Violation> violations = new java.util.ArrayList<>();
    assertFailureOf(
            world
                .start()
                .handle(
                    new StartRun.Command(
                        trial.alice,
                        trial.conversation.id(),
                        List.of(new Content("Hm?")),
                        Optional.empty(),
                        Optional.empty(),
                        Importance.LOW,
                        Optional.empty(),
                        Optional.empty(),
                        OnConflict.REJECT,
                        Arrays.stream(tools).map(ToolName::new).toList())))
        .asInstanceOf(InstanceOfAssertFactories.type(ValidationError.class))
        .satisfies(it -> violations.addAll(it.violations()));
    return violations;
  }

  @Test
  void offersTheModelWhatTheRunNames() {
    trial.running(OVEN);

    assertThat(trial.call().question().tools())
        .containsExactly(new ToolOffer("oven", "Does what a test wants.", "{\"type\":\"object\"}"));
  }

  @Test
  void offersNothingUnasked() {
    trial.running();

    assertThat(trial.call().question().tools()).isEmpty();
  }

  @Test
  void refusesToolsThatAreNotThere() {
    assertThat(refused("oven", "spoon", "fork"))
        .extracting(Violation::pointer)
        .containsExactly("/tools/1", "/tools/2");
    assertThat(world.messages(trial.alice, trial.conversation)).isEmpty();
  }

  @Test
  void goesOnWithWhatAToolHasComeTo() {
    Run run = trial.running(OVEN);
    trial.call().said("Let me ").said("see.").counted(10, 4);

    asksForTheOven();
    world.oven.last().answered("Baked.");
    trial.call().said("It is done.").counted(20, 3).completed();

    assertThat(world.oven.last().arguments()).isEqualTo(Map.of("bread", "rye"));
    assertThat(world.oven.last().actor())
        .isInstanceOf(Actor.Agent.class)
        .extracting(Actor.OfUser::user)
        .isEqualTo(trial.alice.user());
    ToolRequest kept = new ToolRequest("call_1_1", "oven", "{\"bread\": \"rye\"}");
    assertThat(trial.call().question().turns())
        .endsWith(
            new Turn.Asked("How do I bake bread?"),
            new Turn.Answered("Let me see.", List.of(kept)),
            new Turn.ToolAnswered("call_1_1", "Baked."));
    assertThat(RunTrial.text(trial.answer()))
        .isEqualTo("Let me see.\n\nIt is done.")
        .isEqualTo(world.text(run));
    assertThat(trial.now(run).status()).isEqualTo(RunStatus.COMPLETED);
    assertThat(trial.now(run).spent().tokens().promptTokens()).isEqualTo(30);
    assertThat(trial.now(run).spent().tokens().completionTokens()).isEqualTo(7);
  }

  @Test
  void tellsInItsStreamWhatBecameOfEachCall() {
    Run run = trial.running(OVEN, CLOCK);

    asks(request("oven", "{}"), request("clock", "{\"zone\": \"UTC\"}"));
    world.oven.last().failed(new ToolFailed("It is too hot."));
    world.clockwork.last().answered("12:30");
    trial.call().said("Half past twelve.").completed();

    assertThat(world.signals(run))
        .containsExactly(
            Type.STARTED,
            Type.TOOL_CALL_REQUESTED,
            Type.TOOL_CALL_REQUESTED,
            Type.TOOL_CALL_STARTED,
            Type.TOOL_CALL_FAILED,
            Type.TOOL_CALL_STARTED,
            Type.TOOL_CALL_COMPLETED,
            Type.DELTA,
            Type.USAGE,
            Type.COMPLETED);
    assertThat(calls(run).get(1).data())
        .isEqualTo(
            Map.of("call_id", "call_1_2", "name", "clock", "arguments", "{\"zone\": \"UTC\"}"));
    assertThat(calls(run).get(3).data())
        .containsEntry("error", Map.of("code", "TOOL_FAILED", "detail", "It is too hot."));
    assertThat(calls(run).getLast().data())
        .isEqualTo(Map.of("call_id", "call_1_2", "name", "clock", "result", "12:30"));
    assertThat(told()).containsExactly("Error: It is too hot.", "12:30");
  }

  @Test
  void callsNoToolThatWasNotOffered() {
    Run run = trial.running(OVEN);

    asks(request("clock", "{}"), request("spoon", "{}"));

    assertThat(world.clockwork.calls()).isEmpty();
    assertThat(told()).allMatch(it -> it.startsWith("Error: There is no such tool")).hasSize(2);
    trial.call().said("Then not.").completed();
    assertThat(trial.now(run).status()).isEqualTo(RunStatus.COMPLETED);
  }

  @Test
  void lendsNoEarToWishesWhereNoToolWasOffered() {
    Run run = trial.running();
    trial.call().said("Hm.");

    asksForTheOven();

    assertThat(world.oven.calls()).isEmpty();
    assertThat(trial.now(run).status()).isEqualTo(RunStatus.COMPLETED);
  }

  @Test
  void tellsTheModelWhatIsWrongWithItsArguments() {
    trial.running(OVEN);

    asks(request("oven", "rye"));

    assertThat(world.oven.calls()).isEmpty();
    assertThat(told()).containsExactly("Error: /arguments must be a JSON object");
  }

  @Test
  void tellsTheModelOfAToolThatBreaksOrStalls() {
    trial.running(OVEN);
    asksForTheOven();
    world.oven.last().failed(new IllegalStateException("a secret of ours"));
    assertThat(told()).hasSize(1).noneMatch(it -> it.contains("secret"));

    asksForTheOven();
    trial.node.advance(Duration.ofSeconds(30));

    assertThat(told()).last().isEqualTo("Error: The tool did not answer in time.");
  }

  @Test
  void cutsWhatAToolTellsAtLength() {
    trial.running(OVEN);
    asksForTheOven();

    world.oven.last().answered("x".repeat(10_000_000));

    assertThat(told().getFirst()).hasSizeLessThan(66_000).contains("[cut after 65536 of 10000000");
  }

  @Test
  void endsAModelThatAsksForEver() {
    Run run = trial.running(OVEN);

    for (int round = 1; round <= 5; round++) {
      asksForTheOven();
      world.oven.last().answered("Baked.");
    }
    asksForTheOven();

    assertThat(world.oven.calls()).hasSize(5);
    assertThat(trial.now(run).status()).isEqualTo(RunStatus.FAILED);
    assertThat(trial.error(run)).isEqualTo("TOOL_ROUNDS_EXCEEDED");
  }

  @Test
  void endsAModelThatAsksForTooMuchAtOnce() {
    Run run = trial.running(OVEN);

    asks(java.util.Collections.nCopies(21, request("oven", "{}")).toArray(ToolRequest[]::new));

    assertThat(world.oven.calls()).isEmpty();
    assertThat(trial.error(run)).isEqualTo("TOOL_CALLS_EXCEEDED");
  }

  @Test
  void asksAgainInEachTurnWhereTheModelFailsBeforeItSpeaks() {
    Run run = trial.running(OVEN);
    asksForTheOven();
    world.oven.last().answered("Baked.");

    trial.call().failed(Fault.UNAVAILABLE);
    trial.node.advance(Duration.ofMillis(300));
    trial.call().said("Done.").completed();

    assertThat(world.oven.calls()).hasSize(1);
    assertThat(told()).containsExactly("Baked.");
    assertThat(trial.now(run).status()).isEqualTo(RunStatus.COMPLETED);
  }

  @Test
  void actsWithTheRightsThatWhoeverAskedHasNow() {
    Run run = trial.running(OVEN);
    world.leave(trial.alice, trial.conversation);

    asksForTheOven();

    assertThat(world.oven.calls()).isEmpty();
    assertThat(trial.now(run).status()).isEqualTo(RunStatus.FAILED);
    assertThat(trial.error(run)).isIn("NOT_FOUND", "ACCESS_DENIED");
  }

  @Test
  void isCalledOffWhileAToolWorks() {
    Run run = trial.running(OVEN);
    trial.call().said("Let me see.");
    asksForTheOven();

    trial.cancel(run);
    trial.node.round();
    world.oven.last().answered("Too late.");

    assertThat(trial.now(run).status()).isEqualTo(RunStatus.CANCELLED);
    assertThat(RunTrial.text(trial.answer())).isEqualTo("Let me see.");
    assertThat(world.signals(run)).doesNotContain(Type.TOOL_CALL_COMPLETED);
    assertThat(world.language.calls()).hasSize(1);
  }

  @Test
  void repeatsNoCallThatALostNodeHasCompleted() {
    Run run = trial.running(OVEN, CLOCK);
    trial.call().said("Let me see.");
    asks(request("oven", "{}"), request("clock", "{}"));
    world.oven.last().answered("Baked.");
    RunNode other = new RunNode(world);

    other.advance(LEASE_AND_MORE);
    world.clockwork.last().answered("12:30");
    trial.call().said("Done.").completed();

    assertThat(world.oven.calls()).hasSize(1);
    assertThat(world.clockwork.calls()).hasSize(2);
    assertThat(told()).containsExactly("Baked.", "12:30");
    assertThat(trial.now(run).attempt()).isEqualTo(2);
    assertThat(RunTrial.text(trial.answer())).isEqualTo("Let me see.\n\nDone.");
    assertThat(
            world.stream(run).stream()
                .filter(it -> it.place().attempt() == 2)
                .map(it -> it.signal().type()))
        .containsExactly(
            Type.RESTARTED,
            Type.DELTA,
            Type.TOOL_CALL_REQUESTED,
            Type.TOOL_CALL_REQUESTED,
            Type.TOOL_CALL_COMPLETED,
            Type.TOOL_CALL_STARTED,
            Type.TOOL_CALL_COMPLETED,
            Type.DELTA,
            Type.USAGE,
            Type.COMPLETED);
  }

  @Test
  void callsNothingOnceAnotherNodeHasTheRun() {
    trial.running(OVEN);
    ScriptedCall lost = trial.call();
    RunNode other = new RunNode(world);
    other.advance(LEASE_AND_MORE);

    lost.event(new ModelEvent.ToolAsked(request("oven", "{}"))).completed(FinishReason.TOOL_CALLS);

    assertThat(world.oven.calls()).isEmpty();
    assertThat(trial.node.working()).isZero();
  }
}
