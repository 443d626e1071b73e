package dev.colloquy.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is shown outside and what is kept inside does not leak into each other. */
final class EdgeTest {

  static final ArchRule RESOURCES_SPEAK_THEIR_OWN_LANGUAGE =
      classes()
          .that()
          .areAnnotatedWith(Path.class)
          .should(keepTheDomainOutOfTheirSignatures())
          .because("the HTTP contract must not change when the model does");

  static final ArchRule OPERATIONS_ARE_PUBLIC =
      methods()
          .that(areOperations())
          .should()
          .bePublic()
          .because("REST passes over the others without a word");

  static final ArchRule OPERATIONS_ANSWER_JSON =
      methods()
          .that(areOperations())
          .should(answerJson())
          .because("whoever accepts something else would be answered with what toString() says");

  static final ArchRule ROWS_STAY_WITH_THEIR_ADAPTER =
      classes()
          .that()
          .areAnnotatedWith(Entity.class)
          .or()
          .areAnnotatedWith(MappedSuperclass.class)
          .should()
          .notBePublic()
          .andShould()
          .resideInAPackage("dev.colloquy..adapter.persistence..")
          .because("rows are a matter of the adapter");

  static final ArchRule RESOURCES_PASS_STAGES_ON =
      noClasses()
          .that()
          .areAnnotatedWith(Path.class)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.smallrye.mutiny..")
          .because("resources pass the ports' stages on as they are");

  private static ArchCondition<JavaClass> keepTheDomainOutOfTheirSignatures() {
    return new ArchCondition<>("keep domain types out of their signatures") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type.getMethods().stream()
            .filter(EdgeTest::isOperation)
            .flatMap(
                method ->
                    signature(method)
                        .filter(it -> it.getPackageName().contains(".domain"))
                        .map(
                            it ->
                                SimpleConditionEvent.violated(
                                    method, method.getFullName() + " shows " + it.getName())))
            .forEach(events::add);
      }
    };
  }

  private static DescribedPredicate<JavaMethod> areOperations() {
    return DescribedPredicate.describe("are operations of a resource", EdgeTest::isOperation);
  }

  private static ArchCondition<JavaMethod> answerJson() {
    return new ArchCondition<>("answer JSON") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        boolean json =
            method
                .tryGetAnnotationOfType(Produces.class)
                .or(() -> method.getOwner().tryGetAnnotationOfType(Produces.class))
                .filter(it -> Arrays.asList(it.value()).contains(MediaType.APPLICATION_JSON))
                .isPresent();
        events.add(
            new SimpleConditionEvent(
                method, json, method.getFullName() + (json ? " does" : " does not")));
      }
    };
  }

  private static boolean isOperation(JavaMethod method) {
    return method.getAnnotations().stream()
        .anyMatch(it -> it.getRawType().isAnnotatedWith(jakarta.ws.rs.HttpMethod.class));
  }

  private static Stream<JavaClass> signature(JavaMethod method) {
    return Stream.concat(
        method.getReturnType().getAllInvolvedRawTypes().stream(),
        method.getParameterTypes().stream().flatMap(it -> it.getAllInvolvedRawTypes().stream()));
  }

  @Test
  void resourcesSpeakTheirOwnLanguage() {
    RESOURCES_SPEAK_THEIR_OWN_LANGUAGE.check(Code.PRODUCT);
  }

  @Test
  void operationsArePublicAndAnswerJson() {
    OPERATIONS_ARE_PUBLIC.check(Code.PRODUCT);
    OPERATIONS_ANSWER_JSON.check(Code.PRODUCT);
  }

  @Test
  void rowsStayWithTheirAdapter() {
    ROWS_STAY_WITH_THEIR_ADAPTER.check(Code.PRODUCT);
  }

  @Test
  void resourcesPassStagesOn() {
    RESOURCES_PASS_STAGES_ON.check(Code.PRODUCT);
  }

  @Test
  void eachRuleBites() {
    bites(RESOURCES_SPEAK_THEIR_OWN_LANGUAGE);
    bites(OPERATIONS_ARE_PUBLIC);
    bites(OPERATIONS_ANSWER_JSON);
    bites(ROWS_STAY_WITH_THEIR_ADAPTER);
    bites(RESOURCES_PASS_STAGES_ON);
  }

  private static void bites(ArchRule rule) {
    assertThatThrownBy(() -> rule.check(Code.planted("edge"))).isInstanceOf(AssertionError.class);
  }
}
