package dev.colloquy.run.application;

import static dev.colloquy.shared.testkit.Stages.assertFailureOf;
import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.model.domain.Model;
import dev.colloquy.model.domain.ModelException.NoModel;
import dev.colloquy.model.domain.ToolOffer;
import dev.colloquy.model.domain.Turn;
import dev.colloquy.model.testkit.ScriptedCall;
import dev.colloquy.run.domain.Temperature;
import dev.colloquy.run.domain.port.in.CompleteChat;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.CommonException.AccessDenied;
import dev.colloquy.shared.domain.CommonException.ValidationError;
import dev.colloquy.shared.domain.KeyScope;
import dev.colloquy.shared.testkit.Actors;
import dev.colloquy.shared.testkit.ManualTimers;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

final class CompleteChatHandlerTest {

  private static final List<Turn> ASKED = List.of(new Turn.Asked("How do I bake bread?"));
  private static final ToolOffer OVEN = new ToolOffer("oven", "Bakes.", "{}");

  private final RunWorld world = RunWorld.prompt();
  private final Model first = world.model("first", 1);
  private final Model second = world.model("second", 2);
  private final Actor.Person alice = world.user();

  private CompletionStage<CompleteChat.Completion> chat(
      Actor.OfUser actor, Optional<String> model, List<Turn> turns, Optional<Integer> maxTokens) {
    return new CompleteChatHandler(world.choose(), world.ask(), meter())
        .handle(
            new CompleteChat.Command(
                actor,
                Optional.empty(),
                model,
                turns,
                List.of(OVEN),
                Optional.of(new Temperature(0.5)),
                maxTokens));
  }

  private ChatMeter meter() {
    return new ChatMeter(
        world.unitOfWork(), world.meter(), world.ids(), new ManualTimers(world.clock));
  }

  private void refuses(CompletionStage<CompleteChat.Completion> chat, String pointer) {
    assertFailureOf(chat)
        .asInstanceOf(InstanceOfAssertFactories.type(ValidationError.class))
        .extracting(it -> it.violations().getFirst().pointer())
        .isEqualTo(pointer);
    assertThat(world.language.calls()).isEmpty();
  }

  /** What the model is asked once somebody reads the answer. */
  private ScriptedCall call(CompleteChat.Completion completion) {
    assertThat(world.language.calls()).isEmpty();
    completion.events().subscribe(new Unheard<>());
    return world.language.last();
  }

  @Test
  void asksTheModelThatIsNamedWithAllThatWasSaid() {
    CompleteChat.Completion completion =
        valueOf(chat(alice, Optional.of("second"), ASKED, Optional.of(77)));

    ScriptedCall call = call(completion);
    assertThat(completion.model()).isEqualTo(second);
    assertThat(call.question().model()).isEqualTo("second");
    assertThat(call.question().turns()).isEqualTo(ASKED);
    assertThat(call.question().tools()).containsExactly(OVEN);
    assertThat(call.question().temperature()).contains(0.5);
    assertThat(call.question().maxTokens()).contains(77);
  }

  @Test
  void asksTheFirstModelForAllItGivesOutWhereNothingElseIsSaid() {
    CompleteChat.Completion completion =
        valueOf(chat(alice, Optional.empty(), ASKED, Optional.empty()));

    assertThat(completion.model()).isEqualTo(first);
    assertThat(call(completion).question().maxTokens()).contains(first.maxTokens());
  }

  @Test
  void asksNothingForAKeyThatMayRunNothing() {
    Actor.Key reader = Actors.key(alice.user(), KeyScope.READ, KeyScope.WRITE);

    assertFailureOf(chat(reader, Optional.empty(), ASKED, Optional.empty()))
        .isInstanceOf(AccessDenied.class);
    valueOf(
        chat(Actors.key(alice.user(), KeyScope.RUN), Optional.empty(), ASKED, Optional.empty()));
  }

  @Test
  void refusesWhatNoModelAnswers() {
    refuses(chat(alice, Optional.empty(), List.of(), Optional.empty()), "/messages");
    refuses(chat(alice, Optional.of("third"), ASKED, Optional.empty()), "/model");
    refuses(
        chat(alice, Optional.empty(), ASKED, Optional.of(first.maxTokens() + 1)), "/max_tokens");
    world.models.clear();
    assertFailureOf(chat(alice, Optional.empty(), ASKED, Optional.empty()))
        .isInstanceOf(NoModel.class);
  }

  /** Somebody who reads an answer and asks for nothing of it. */
  private static final class Unheard<T> implements Flow.Subscriber<T> {

    @Override
    public void onSubscribe(Flow.Subscription subscription) {}

    @Override
    public void onNext(T item) {}

    @Override
    public void onError(Throwable failure) {}

    @Override
    public void onComplete() {}
  }
}
