package dev.colloquy.run.application;

import static dev.colloquy.shared.testkit.Stages.assertFailureOf;
import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.model.application.BrowseModelConfigurationsHandler;
import dev.colloquy.model.domain.ModelConfiguration;
import dev.colloquy.model.domain.ModelId;
import dev.colloquy.model.domain.ProviderId;
import dev.colloquy.model.testkit.InMemoryModelConfigurations;
import dev.colloquy.model.testkit.ProviderFixtures;
import dev.colloquy.run.domain.OrchestrationRule;
import dev.colloquy.run.domain.OrchestrationRuleId;
import dev.colloquy.run.domain.RuleConditions;
import dev.colloquy.run.domain.RuleDraft;
import dev.colloquy.run.domain.Strategy;
import dev.colloquy.run.domain.port.in.ManageOrchestration;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.CommonException.AccessDenied;
import dev.colloquy.shared.domain.CommonException.NotFound;
import dev.colloquy.shared.domain.CommonException.PreconditionFailed;
import dev.colloquy.shared.domain.CommonException.ValidationError;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.Precondition;
import dev.colloquy.shared.testkit.Actors;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Administrators rule which models are asked. */
final class ManageOrchestrationTest {

  private static final Precondition ANY = new Precondition.Any();

  private final RunWorld world = RunWorld.prompt();
  private final Actor.Person administrator = Actors.administrator();
  private final Actor.Person ada = world.user();
  private final InMemoryModelConfigurations models =
      new InMemoryModelConfigurations(
          world.ground.talks().database(), world.ground.talks().events());
  private final ManageOrchestration manage =
      new ManageOrchestrationHandler(
          world.unitOfWork(),
          world.rules(),
          new BrowseModelConfigurationsHandler(models),
          world.ids(),
          world.clock);
  private ModelId known = new ModelId(UUID.randomUUID());

  @BeforeEach
  void setUp() {
    Change<ModelConfiguration> model =
        ProviderFixtures.model(administrator, new ProviderId(UUID.randomUUID()), "first");
    valueOf(world.unitOfWork().inTransaction(() -> models.add(model)));
    known = model.now().model().id();
  }

  private static RuleDraft draft(ModelId... models) {
    return new RuleDraft(
        Strategy.FALLBACK, List.of(models), new RuleConditions(Set.of(), Set.of()), 1, true);
  }

  private OrchestrationRule ruled() {
    return valueOf(manage.create(administrator, draft(known)));
  }

  private CompletionStage<OrchestrationRule> switchingOff(
      OrchestrationRule rule, Precondition precondition) {
    return manage.edit(
        new ManageOrchestration.Edit(
            administrator,
            rule.id(),
            it -> new RuleDraft(it.strategy(), it.models(), it.conditions(), 1, false),
            precondition));
  }

  @Test
  void keepsARule() {
    OrchestrationRule rule = ruled();

    assertThat(valueOf(manage.get(administrator, rule.id()))).isEqualTo(rule);
    assertThat(valueOf(manage.list(administrator, PageRequest.first())).items())
        .containsExactly(rule);
    assertThat(world.ground.talks().events().types()).endsWith("orchestration_rule.created");
  }

  @Test
  void refusesModelsThatAreNotThere() {
    assertFailureOf(manage.create(administrator, draft(known, new ModelId(UUID.randomUUID()))))
        .isInstanceOfSatisfying(
            ValidationError.class,
            it -> assertThat(it.violations().getFirst().pointer()).isEqualTo("/model_sequence/1"));
    assertThat(valueOf(manage.list(administrator, PageRequest.first())).items()).isEmpty();
  }

  @Test
  void changesTheVersionThatIsDemanded() {
    OrchestrationRule rule = ruled();

    assertFailureOf(switchingOff(rule, new Precondition.AnyOf(Set.of(7L))))
        .isInstanceOf(PreconditionFailed.class);
    OrchestrationRule off = valueOf(switchingOff(rule, new Precondition.AnyOf(Set.of(1L))));

    assertThat(off.draft().enabled()).isFalse();
    assertThat(off.version()).isEqualTo(2);
    assertThat(valueOf(manage.get(administrator, rule.id()))).isEqualTo(off);
  }

  @Test
  void takesARuleAway() {
    OrchestrationRule rule = ruled();

    valueOf(manage.delete(administrator, rule.id(), ANY).thenApply(deleted -> true));

    assertFailureOf(manage.get(administrator, rule.id())).isInstanceOf(NotFound.class);
    assertFailureOf(manage.delete(administrator, rule.id(), ANY)).isInstanceOf(NotFound.class);
    assertFailureOf(switchingOff(rule, ANY)).isInstanceOf(NotFound.class);
  }

  @Test
  void isForAdministratorsOnly() {
    OrchestrationRuleId rule = ruled().id();

    assertFailureOf(manage.list(ada, PageRequest.first())).isInstanceOf(AccessDenied.class);
    assertFailureOf(manage.get(ada, rule)).isInstanceOf(AccessDenied.class);
    assertFailureOf(manage.create(ada, draft(known))).isInstanceOf(AccessDenied.class);
    assertFailureOf(manage.delete(ada, rule, ANY)).isInstanceOf(AccessDenied.class);
    assertFailureOf(manage.edit(new ManageOrchestration.Edit(ada, rule, draft -> draft, ANY)))
        .isInstanceOf(AccessDenied.class);
  }
}
