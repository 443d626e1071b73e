package dev.colloquy.model.application;

import static dev.colloquy.shared.testkit.Stages.assertFailureOf;
import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.model.domain.HealthCheck;
import dev.colloquy.model.domain.ModelCallFailed.Fault;
import dev.colloquy.model.domain.ModelConfiguration;
import dev.colloquy.model.domain.ModelDraft;
import dev.colloquy.model.domain.ModelException.ProviderHasNoModel;
import dev.colloquy.model.domain.ModelName;
import dev.colloquy.model.domain.ProviderId;
import dev.colloquy.model.domain.port.in.ManageModels;
import dev.colloquy.model.domain.port.in.ManageProviders;
import dev.colloquy.model.testkit.ModelFixtures;
import dev.colloquy.model.testkit.ProviderFixtures;
import dev.colloquy.model.testkit.ScriptedCall;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.CommonException.NotFound;
import dev.colloquy.shared.testkit.Actors;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

final class TestProviderHandlerTest {

  private final ProviderWorld world = ProviderWorld.prompt();
  private final Actor.Person root = Actors.administrator();
  private final ProviderId provider =
      valueOf(
              world
                  .manage()
                  .create(
                      new ManageProviders.Create(
                          root, ProviderFixtures.draft("One"), Optional.empty())))
          .id();

  TestProviderHandlerTest() {
    world.endpoints.put(provider, ModelFixtures.endpoint());
  }

  private ModelConfiguration model(String name, int priority, boolean enabled) {
    ModelDraft draft = ProviderFixtures.modelDraft(name);
    return valueOf(
        world
            .manageModels()
            .create(
                new ManageModels.Create(
                    root,
                    provider,
                    new ModelDraft(
                        new ModelName(name),
                        Optional.empty(),
                        draft.tier(),
                        draft.contextWindow(),
                        draft.maxTokens(),
                        draft.price(),
                        draft.capabilities(),
                        priority,
                        enabled,
                        draft.status()))));
  }

  private CompletionStage<HealthCheck> tried() {
    return world.test().handle(root, provider);
  }

  private Optional<HealthCheck> remembered() {
    return valueOf(world.browse().get(root, provider)).lastCheck();
  }

  @Test
  void remembersThatAProviderAnswered() {
    model("m", 10, true);

    CompletionStage<HealthCheck> check = tried();
    world.clock.advance(Duration.ofMillis(250));
    world.language.last().said("Ready").counted(3, 1).completed();

    assertThat(valueOf(check).isOk()).isTrue();
    assertThat(valueOf(check).latency()).isEqualTo(Duration.ofMillis(250));
    assertThat(remembered()).contains(valueOf(check));
    assertThat(world.events.types()).endsWith("provider.tested");
  }

  @Test
  void asksTheModelThatWouldAnswerFirst() {
    model("off", 1, false);
    model("second", 20, true);
    model("first", 10, true);

    tried();

    ScriptedCall call = world.language.last();
    assertThat(call.question().model()).isEqualTo("first");
    assertThat(call.question().maxTokens()).contains(64);
    assertThat(call.question().endpoint()).isEqualTo(ModelFixtures.endpoint());
  }

  @Test
  void asksAModelThatIsOffWhereAllAre() {
    model("off", 1, false);

    tried();

    assertThat(world.language.last().question().model()).isEqualTo("off");
  }

  @Test
  void remembersWhyAProviderFailed() {
    model("m", 10, true);

    CompletionStage<HealthCheck> check = tried();
    world.language.last().failed(Fault.KEY_REFUSED);

    assertThat(valueOf(check).failure())
        .contains(new HealthCheck.Failure("MODEL_KEY_REFUSED", "The provider failed."));
    assertThat(remembered()).contains(valueOf(check));
  }

  @Test
  void givesUpAProviderThatTalksTooLong() {
    model("m", 10, true);

    CompletionStage<HealthCheck> check = tried();
    world.language.last().said("Well");
    world.timers.advance(TestProviderHandler.LIMIT.minusMillis(1));
    assertThat(check.toCompletableFuture()).isNotDone();
    world.timers.advance(Duration.ofMillis(1));

    assertThat(valueOf(check).failure().orElseThrow().code()).isEqualTo("MODEL_TIMEOUT");
    assertThat(world.language.last().isCancelled()).isTrue();
  }

  @Test
  void forgetsItsAlarmOnceAProviderHasAnswered() {
    model("m", 10, true);
    CompletionStage<HealthCheck> check = tried();
    world.language.last().completed();

    world.timers.advance(TestProviderHandler.LIMIT);

    assertThat(valueOf(check).isOk()).isTrue();
    assertThat(world.language.last().isCancelled()).isFalse();
  }

  @Test
  void failsWhereSomethingOfOursFails() {
    model("m", 10, true);

    CompletionStage<HealthCheck> check = tried();
    world.language.last().failed(new IllegalStateException("ours"));

    assertFailureOf(check).isInstanceOf(IllegalStateException.class);
    assertThat(remembered()).isEmpty();
  }

  @Test
  void needsAProviderWithAModel() {
    assertFailureOf(tried()).isInstanceOf(ProviderHasNoModel.class);
    assertFailureOf(world.test().handle(root, new ProviderId(UUID.randomUUID())))
        .isInstanceOf(NotFound.class);
  }
}
