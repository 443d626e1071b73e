package dev.colloquy.model.application;

import static dev.colloquy.shared.testkit.Stages.assertFailureOf;
import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.model.domain.Model;
import dev.colloquy.model.domain.ModelCall;
import dev.colloquy.model.domain.ModelCallFailed;
import dev.colloquy.model.domain.ModelCallFailed.Fault;
import dev.colloquy.model.domain.ModelEndpoint;
import dev.colloquy.model.domain.ModelEvent;
import dev.colloquy.model.domain.ModelException.NoModel;
import dev.colloquy.model.domain.ModelId;
import dev.colloquy.model.domain.Turn;
import dev.colloquy.model.domain.port.in.AskModel.Question;
import dev.colloquy.model.domain.port.out.Admission;
import dev.colloquy.model.testkit.InMemoryCallAllowance;
import dev.colloquy.model.testkit.InMemoryModels;
import dev.colloquy.model.testkit.ModelFixtures;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.CommonException.AccessDenied;
import dev.colloquy.shared.domain.CommonException.NotFound;
import dev.colloquy.shared.domain.CommonException.ValidationError;
import dev.colloquy.shared.domain.KeyScope;
import dev.colloquy.shared.testkit.Actors;
import dev.colloquy.shared.testkit.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Flow;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

final class ModelHandlersTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final ModelEndpoint ENDPOINT = ModelFixtures.endpoint();
  private static final Flow.Publisher<ModelEvent> ANSWER = subscriber -> {};

  private final InMemoryModels models = new InMemoryModels();
  private final InMemoryCallAllowance allowance = new InMemoryCallAllowance();
  private final TestClock clock = new TestClock();
  private final List<ModelCall> calls = new ArrayList<>();
  private final List<Admission> admissions = new ArrayList<>();
  private final ChooseModelHandler choose = new ChooseModelHandler(models);
  private final BrowseModelsHandler browse = new BrowseModelsHandler(models);
  private final AskModelHandler ask =
      new AskModelHandler(
          models,
          (call, admission) -> {
            calls.add(call);
            admissions.add(admission);
            return ANSWER;
          },
          allowance,
          PATIENCE,
          clock);

  private final Model second = models.put(ModelFixtures.model("second", 20));
  private final Model first = models.put(ModelFixtures.model("first", 10));
  private final Model disabled = models.put(ModelFixtures.model("disabled", 1, false));

  private static Question question(Model model) {
    return new Question(
        model.id(), List.of(new Turn.Asked("Hm?")), List.of(), Optional.of(0.5), 100);
  }

  private void refusesToChoose(String idOrName) {
    assertFailureOf(choose.handle(Optional.of(idOrName)))
        .asInstanceOf(InstanceOfAssertFactories.type(ValidationError.class))
        .extracting(it -> it.violations().getFirst().pointer())
        .isEqualTo("/model");
  }

  @Test
  void choosesTheLowestPriorityWhereNoneIsNamed() {
    assertThat(valueOf(choose.handle(Optional.empty()))).isEqualTo(first);
  }

  @Test
  void choosesByNameOrById() {
    assertThat(valueOf(choose.handle(Optional.of("second")))).isEqualTo(second);
    assertThat(valueOf(choose.handle(Optional.of(second.id().toString())))).isEqualTo(second);
  }

  @Test
  void refusesAModelThatIsNotThereOrNotEnabled() {
    refusesToChoose("third");
    refusesToChoose("disabled");
    refusesToChoose(disabled.id().toString());
  }

  @Test
  void refusesANameThatSeveralModelsHave() {
    Model namesake = models.put(ModelFixtures.model("second", 30));

    refusesToChoose("second");
    assertThat(valueOf(choose.handle(Optional.of(namesake.id().toString())))).isEqualTo(namesake);
  }

  @Test
  void refusesWhereNoModelIsEnabled() {
    models.clear();

    assertFailureOf(choose.handle(Optional.empty())).isInstanceOf(NoModel.class);
    refusesToChoose("first");
  }

  @Test
  void findsAnEnabledModelAgain() {
    assertThat(valueOf(choose.find(second.id()))).contains(second);
    assertThat(valueOf(choose.find(disabled.id()))).isEmpty();
    assertThat(valueOf(choose.find(new ModelId(UUID.randomUUID())))).isEmpty();
  }

  @Test
  void showsTheEnabledOnesByPriority() {
    assertThat(valueOf(browse.list(Actors.anyone()))).containsExactly(first, second);
    assertThat(valueOf(browse.get(Actors.anyone(), second.id()))).isEqualTo(second);
  }

  @Test
  void showsNoModelThatMayNotBeUsed() {
    assertFailureOf(browse.get(Actors.anyone(), disabled.id())).isInstanceOf(NotFound.class);
    assertFailureOf(browse.get(Actors.anyone(), new ModelId(UUID.randomUUID())))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void showsNothingToAKeyThatMayNotRead() {
    Actor.Key writer = Actors.key(Actors.anyUser(), KeyScope.WRITE, KeyScope.RUN);

    assertFailureOf(browse.list(writer)).isInstanceOf(AccessDenied.class);
    assertFailureOf(browse.get(writer, first.id())).isInstanceOf(AccessDenied.class);
    assertThat(valueOf(browse.list(Actors.key(Actors.anyUser(), KeyScope.READ)))).hasSize(2);
  }

  @Test
  void asksAModelAtItsProvidersWithWhatWasAsked() {
    models.put(first.provider(), ENDPOINT);

    Flow.Publisher<ModelEvent> answer = valueOf(ask.handle(question(first)));

    assertThat(answer).isSameAs(ANSWER);
    assertThat(calls)
        .containsExactly(
            new ModelCall(
                ENDPOINT,
                "first",
                List.of(new Turn.Asked("Hm?")),
                List.of(),
                Optional.of(0.5),
                Optional.of(100),
                PATIENCE));
  }

  @Test
  void asksNoModelThatIsNotEnabledOrHasNoProvider() {
    models.put(disabled.provider(), ENDPOINT);

    assertFailureOf(ask.handle(question(disabled))).isInstanceOf(NotFound.class);
    assertFailureOf(ask.handle(question(second))).isInstanceOf(NotFound.class);
    assertThat(calls).isEmpty();
  }

  @Test
  void asksNoMoreOftenInAMinuteThanTheProviderMayBeCalled() {
    models.put(first.provider(), ModelFixtures.endpoint(true));
    allowance.limit(ENDPOINT.provider(), 1);
    clock.advance(Duration.ofSeconds(50));
    valueOf(ask.handle(question(first)));
    valueOf(ask.handle(question(first)));

    assertThat(admissions.getFirst().ask()).isCompleted();

    assertFailureOf(admissions.getLast().ask())
        .asInstanceOf(InstanceOfAssertFactories.type(ModelCallFailed.class))
        .satisfies(it -> assertThat(it.fault()).isEqualTo(Fault.RATE_LIMITED))
        .satisfies(it -> assertThat(it.retryAfter()).contains(Duration.ofSeconds(10)));
    clock.advance(Duration.ofSeconds(10));
    assertThat(admissions.getLast().ask()).isCompleted();
  }

  @Test
  void countsNoCallThatIsNotMade() {
    models.put(first.provider(), ModelFixtures.endpoint(true));
    allowance.limit(ENDPOINT.provider(), 1);

    valueOf(ask.handle(question(first)));
    valueOf(ask.handle(question(first)));

    assertThat(valueOf(allowance.take(ENDPOINT.provider(), clock.instant()))).isTrue();
  }

  @Test
  void countsNoCallsWhereTheProviderHasNoLimit() {
    models.put(first.provider(), ModelFixtures.endpoint(false));
    allowance.limit(ENDPOINT.provider(), 1);

    valueOf(ask.handle(question(first)));
    valueOf(ask.handle(question(first)));

    assertThat(admissions).allSatisfy(it -> assertThat(it.ask()).isCompleted()).hasSize(2);
    assertThat(valueOf(allowance.take(ENDPOINT.provider(), clock.instant()))).isTrue();
  }
}
