package dev.colloquy.run.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.colloquy.model.domain.Capability;
import dev.colloquy.model.domain.Model;
import dev.colloquy.model.domain.ModelId;
import dev.colloquy.model.domain.ModelStatus;
import dev.colloquy.model.domain.Price;
import dev.colloquy.model.domain.ProviderId;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.CommonException.ValidationError;
import dev.colloquy.shared.domain.DomainEvent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OrchestrationRuleTest {

  private static final RuleConditions ANY = new RuleConditions(Set.of(), Set.of());
  private static final Need USUAL = need(Importance.MEDIUM, Complexity.MODERATE);

  private final Model small = model("small", 0, 1, Capability.STREAMING);
  private final Model middle = model("middle", 1, 3, Capability.TOOLS);
  private final Model cheap = model("cheap", 1, 2, Capability.TOOLS);
  private final Model large = model("large", 3, 9, Capability.TOOLS);
  private final List<Model> all = List.of(large, middle, small, cheap);

  private static Model model(String name, int tier, int price, Capability capability) {
    return new Model(
        new ModelId(UUID.randomUUID()),
        new ProviderId(UUID.randomUUID()),
        name,
        name,
        tier,
        4096,
        1024,
        new Price(BigDecimal.valueOf(price), BigDecimal.valueOf(price)),
        Set.of(capability),
        1,
        true,
        ModelStatus.ACTIVE);
  }

  private static Need need(Importance importance, Complexity complexity) {
    return new Need(importance, complexity, false, UUID.randomUUID());
  }

  private static OrchestrationRule rule(RuleDraft draft) {
    return OrchestrationRule.set(
            SomeRuns.ADA, new OrchestrationRuleId(UUID.randomUUID()), draft, SomeRuns.NOON)
        .now();
  }

  private static OrchestrationRule rule(Strategy strategy, Model... models) {
    return rule(new RuleDraft(strategy, ids(models), ANY, 1, true));
  }

  private static OrchestrationRule rule(RuleConditions conditions, int priority, Model model) {
    return rule(new RuleDraft(Strategy.FALLBACK, ids(model), conditions, priority, true));
  }

  private static List<ModelId> ids(Model... models) {
    return Arrays.stream(models).map(Model::id).toList();
  }

  private List<Model> asked(Need need, OrchestrationRule... rules) {
    return OrchestrationRule.lineup(List.of(rules), all, need);
  }

  @Test
  void asksInTheOrderOfTheSequence() {
    OrchestrationRule rule = rule(Strategy.FALLBACK, middle, large, small);

    assertThat(asked(USUAL, rule)).containsExactly(middle, large, small);
  }

  @Test
  void spreadsRunsEvenlyAndKeepsTheOthersForLater() {
    OrchestrationRule rule = rule(Strategy.LOAD_BALANCE, small, middle, large);
    Map<Model, Integer> first = new HashMap<>();

    for (int i = 0; i < 3_000; i++) {
      List<Model> asked = asked(need(Importance.LOW, Complexity.SIMPLE), rule);
      first.merge(asked.getFirst(), 1, Integer::sum);
      assertThat(asked).containsExactlyInAnyOrder(small, middle, large);
    }

    assertThat(first).containsOnlyKeys(small, middle, large);
    assertThat(Collections.min(first.values())).isGreaterThan(800);
  }

  @Test
  void asksTheSameForTheSameRun() {
    OrchestrationRule rule = rule(Strategy.LOAD_BALANCE, small, middle, large);

    assertThat(asked(USUAL, rule)).isEqualTo(asked(USUAL, rule));
  }

  @Test
  void asksTheCheapestOfThoseThatShouldDoAndKeepsTheLesserForTheEnd() {
    OrchestrationRule rule = rule(Strategy.COST_OPTIMIZE, small, large, middle, cheap);

    assertThat(asked(USUAL, rule)).containsExactly(cheap, middle, large, small);
    assertThat(asked(need(Importance.LOW, Complexity.SIMPLE), rule).getFirst()).isEqualTo(small);
    assertThat(asked(need(Importance.CRITICAL, Complexity.SIMPLE), rule))
        .startsWith(large)
        .endsWith(small);
  }

  @Test
  void asksTheAblestFirst() {
    OrchestrationRule rule = rule(Strategy.QUALITY_FIRST, small, middle, large, cheap);

    assertThat(asked(USUAL, rule)).containsExactly(large, middle, cheap, small);
  }

  @Test
  void followsTheFirstRuleThatIsForTheRun() {
    RuleConditions important =
        new RuleConditions(Set.of(Importance.HIGH, Importance.CRITICAL), Set.of());
    RuleConditions simple = new RuleConditions(Set.of(), Set.of(Complexity.SIMPLE));
    OrchestrationRule[] rules = {
      rule(ANY, 9, middle), rule(simple, 5, small), rule(important, 1, large)
    };

    assertThat(asked(need(Importance.HIGH, Complexity.SIMPLE), rules)).containsExactly(large);
    assertThat(asked(need(Importance.LOW, Complexity.SIMPLE), rules)).containsExactly(small);
    assertThat(asked(need(Importance.LOW, Complexity.COMPLEX), rules)).containsExactly(middle);
  }

  @Test
  void passesOverModelsThatAreNotThereOrCannotDoIt() {
    Model gone = model("gone", 1, 1, Capability.TOOLS);
    OrchestrationRule rule = rule(Strategy.FALLBACK, gone, small, middle);
    Need tools = new Need(Importance.LOW, Complexity.SIMPLE, true, UUID.randomUUID());

    assertThat(asked(USUAL, rule)).containsExactly(small, middle);
    assertThat(asked(tools, rule)).containsExactly(middle);
    assertThat(asked(USUAL, rule(Strategy.LOAD_BALANCE, gone))).isEmpty();
  }

  @Test
  void saysNothingWhileItIsOff() {
    RuleDraft off = new RuleDraft(Strategy.FALLBACK, ids(small), ANY, 1, false);

    assertThat(asked(USUAL, rule(off))).isEmpty();
  }

  @Test
  void refusesASequenceOfNoneOfTwiceTheSameAndOfTooMany() {
    List<ModelId> many = Stream.generate(() -> new ModelId(UUID.randomUUID())).limit(17).toList();

    for (List<ModelId> wrong : List.of(List.<ModelId>of(), ids(small, small), many)) {
      assertThatThrownBy(() -> new RuleDraft(Strategy.FALLBACK, wrong, ANY, 1, true))
          .isInstanceOfSatisfying(
              ValidationError.class,
              it -> assertThat(it.violations().getFirst().pointer()).isEqualTo("/model_sequence"));
    }
  }

  @Test
  void tellsWhatBecameOfIt() {
    OrchestrationRule rule = rule(Strategy.FALLBACK, small);
    RuleDraft other = new RuleDraft(Strategy.QUALITY_FIRST, ids(small), ANY, 2, false);

    Change<OrchestrationRule> edited = rule.edit(SomeRuns.ADA, other, SomeRuns.LATER);

    assertThat(rule.edit(SomeRuns.ADA, rule.draft(), SomeRuns.LATER).isNothing()).isTrue();
    assertThat(edited.now().version()).isEqualTo(2);
    assertThat(edited.now().updatedAt()).isEqualTo(SomeRuns.LATER);
    DomainEvent event = edited.events().getFirst();
    assertThat(event.type()).isEqualTo("orchestration_rule.updated");
    assertThat(event.data())
        .containsEntry("strategy", "quality_first")
        .containsEntry("model_sequence", List.of(small.id().toString()))
        .containsEntry("enabled", false);
    assertThat(rule.delete(SomeRuns.ADA, SomeRuns.LATER).events().getFirst().data())
        .containsOnlyKeys("id", "deleted_at");
  }

  @ParameterizedTest
  @CsvSource({
    "LOW,SIMPLE,0",
    "LOW,COMPLEX,1",
    "MEDIUM,SIMPLE,0",
    "MEDIUM,MODERATE,1",
    "MEDIUM,COMPLEX,2",
    "HIGH,SIMPLE,1",
    "HIGH,COMPLEX,3",
    "CRITICAL,SIMPLE,3",
    "CRITICAL,COMPLEX,3"
  })
  void needsAHigherTierForWhatAsksOrMattersMore(
      Importance importance, Complexity complexity, int tier) {
    assertThat(need(importance, complexity).tier()).isEqualTo(tier);
  }

  @Test
  void takesLongQuestionsAndThoseWithCodeOrListsForMoreComplex() {
    assertThat(Complexity.of("How do I bake bread?")).isEqualTo(Complexity.SIMPLE);
    assertThat(Complexity.of("Mend this: ```int i = 1```")).isEqualTo(Complexity.MODERATE);
    assertThat(Complexity.of("Do this:\n- knead\n- bake")).isEqualTo(Complexity.MODERATE);
    assertThat(Complexity.of("knead ".repeat(40))).isEqualTo(Complexity.MODERATE);
    assertThat(Complexity.of("knead ".repeat(40) + "```")).isEqualTo(Complexity.COMPLEX);
    assertThat(Complexity.of("knead ".repeat(300))).isEqualTo(Complexity.COMPLEX);
  }
}
