package dev.colloquy.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Dependencies point inward. */
final class HexagonTest {

  static final ArchRule DOMAIN_IS_PURE =
      classes()
          .that()
          .resideInAPackage("dev.colloquy..domain..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.colloquy..domain..", "java..", "javax.crypto..", "org.jspecify..")
          .because("the model must outlive every framework");

  static final ArchRule APPLICATION_KNOWS_THE_DOMAIN_ALONE =
      classes()
          .that()
          .resideInAPackage("dev.colloquy..application..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.colloquy..domain..",
              "dev.colloquy..application..",
              "java..",
              "javax.crypto..",
              "org.jspecify..")
          .because("use cases are tested and read without any technology");

  static final ArchRule ADAPTERS_DO_NOT_KNOW_THE_APPLICATION =
      noClasses()
          .that()
          .resideInAPackage("dev.colloquy..adapter..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.colloquy..application..", "dev.colloquy.bootstrap..")
          .because("adapters meet the use cases at the ports");

  static final ArchRule ADAPTERS_DO_NOT_KNOW_EACH_OTHER =
      classes()
          .that()
          .resideInAPackage("dev.colloquy..adapter..")
          .should(stayWithinTheirTechnology())
          .because("one technology can then be replaced without the others");

  private static ArchCondition<JavaClass> stayWithinTheirTechnology() {
    return new ArchCondition<>("stay within their technology") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        Optional<String> own = Code.layerOf(type);
        type.getDirectDependenciesFromSelf().stream()
            .filter(
                it ->
                    Code.layerOf(it.getTargetClass())
                        .filter(layer -> layer.startsWith("adapter"))
                        .filter(layer -> !own.equals(Optional.of(layer)))
                        .isPresent())
            .forEach(it -> events.add(SimpleConditionEvent.violated(type, it.getDescription())));
      }
    };
  }

  @Test
  void theDomainIsPure() {
    DOMAIN_IS_PURE.check(Code.PRODUCT);
  }

  @Test
  void theApplicationKnowsTheDomainAlone() {
    APPLICATION_KNOWS_THE_DOMAIN_ALONE.check(Code.PRODUCT);
  }

  @Test
  void adaptersDoNotKnowTheApplication() {
    ADAPTERS_DO_NOT_KNOW_THE_APPLICATION.check(Code.PRODUCT);
  }

  @Test
  void adaptersDoNotKnowEachOther() {
    ADAPTERS_DO_NOT_KNOW_EACH_OTHER.check(Code.PRODUCT);
  }

  @Test
  void eachRuleBites() {
    bites(DOMAIN_IS_PURE);
    bites(APPLICATION_KNOWS_THE_DOMAIN_ALONE);
    bites(ADAPTERS_DO_NOT_KNOW_THE_APPLICATION);
    bites(ADAPTERS_DO_NOT_KNOW_EACH_OTHER);
  }

  private static void bites(ArchRule rule) {
    assertThatThrownBy(() -> rule.check(Code.planted("hexagon")))
        .isInstanceOf(AssertionError.class);
  }
}
