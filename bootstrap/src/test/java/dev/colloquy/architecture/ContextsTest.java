package dev.colloquy.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvent;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.colloquy.shared.domain.BoundedContext;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Contexts meet only where their package says so, and only at in-ports. */
final class ContextsTest {

  /** The ceiling: what each context may ever come to use. Declarations say what it uses today. */
  private static final Map<String, Set<String>> CEILING =
      Map.of(
          "shared", Set.of(),
          "identity", Set.of(),
          "workspace", Set.of("identity"),
          "conversation", Set.of("workspace"),
          "model", Set.of(),
          "tool", Set.of(),
          "usage", Set.of(),
          "run", Set.of("conversation", "model", "tool", "event", "usage"),
          "event", Set.of(),
          "search", Set.of("tool"));

  static final ArchRule EDGES_ARE_DECLARED =
      classes()
          .should(onlyUse())
          .because("an edge between contexts is a decision, written in its package-info");

  static final ArchRule FOREIGN_OUT_PORTS_ARE_NOT_CALLED =
      classes()
          .should(callOnlyTheirOwnOutPorts())
          .because(
              "a foreign out-port may be implemented; what it does is asked for at an in-port");

  static final ArchRule NO_CYCLES =
      slices()
          .matching("dev.colloquy.(*).domain..")
          .should()
          .beFreeOfCycles()
          .because("a cycle of contexts is one context");

  private static ArchCondition<JavaClass> onlyUse() {
    return new ArchCondition<>("only use the contexts that their package declares") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        Code.contextOf(type)
            .ifPresent(
                own ->
                    type.getDirectDependenciesFromSelf().stream()
                        .filter(it -> isForeign(own, it.getTargetClass()))
                        .filter(it -> !declared(own).contains(contextOf(it)))
                        .filter(it -> !asksWhoCalls(type, it))
                        .forEach(it -> events.add(violated(type, it))));
      }
    };
  }

  private static ArchCondition<JavaClass> callOnlyTheirOwnOutPorts() {
    return new ArchCondition<>("call only their own out-ports") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        Code.contextOf(type)
            .ifPresent(
                own ->
                    type.getMethodCallsFromSelf().stream()
                        .filter(it -> Code.isOutPort(it.getTargetOwner()))
                        .filter(it -> isForeign(own, it.getTargetOwner()))
                        .forEach(
                            it ->
                                events.add(
                                    SimpleConditionEvent.violated(type, it.getDescription()))));
      }
    };
  }

  /** The edge of every context needs to know who calls; identity says so. */
  private static boolean asksWhoCalls(JavaClass type, Dependency dependency) {
    return type.getPackageName().startsWith("dev.colloquy.shared.adapter.rest")
        && contextOf(dependency).equals("identity");
  }

  private static boolean isForeign(String own, JavaClass target) {
    Optional<String> context = Code.contextOf(target);
    return context.isPresent() && !context.get().equals(own) && !context.get().equals("shared");
  }

  private static String contextOf(Dependency dependency) {
    return Code.contextOf(dependency.getTargetClass()).orElseThrow();
  }

  private static ConditionEvent violated(JavaClass type, Dependency dependency) {
    return SimpleConditionEvent.violated(type, dependency.getDescription());
  }

  private static Set<String> declared(String context) {
    return Code.PRODUCT.stream()
        .filter(it -> it.getName().equals("dev.colloquy." + context + ".package-info"))
        .filter(it -> it.isAnnotatedWith(BoundedContext.class))
        .flatMap(it -> Set.of(it.getAnnotationOfType(BoundedContext.class).mayUse()).stream())
        .collect(Collectors.toSet());
  }

  @Test
  void edgesAreDeclared() {
    EDGES_ARE_DECLARED.check(Code.PRODUCT);
  }

  @Test
  void foreignOutPortsAreNotCalled() {
    FOREIGN_OUT_PORTS_ARE_NOT_CALLED.check(Code.PRODUCT);
  }

  @Test
  void contextsAreFreeOfCycles() {
    NO_CYCLES.check(Code.PRODUCT);
  }

  @Test
  void noDeclarationGoesBeyondTheCeiling() {
    Set<String> contexts =
        Code.PRODUCT.stream()
            .flatMap(it -> Code.contextOf(it).stream())
            .collect(Collectors.toSet());

    assertThat(CEILING.keySet()).containsAll(contexts);
    assertThat(contexts).allSatisfy(it -> assertThat(CEILING.get(it)).containsAll(declared(it)));
  }

  @Test
  void eachRuleBites() {
    assertThatThrownBy(() -> EDGES_ARE_DECLARED.check(Code.planted("contexts")))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> FOREIGN_OUT_PORTS_ARE_NOT_CALLED.check(Code.planted("contexts")))
        .isInstanceOf(AssertionError.class);
  }
}
