package dev.colloquy.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

/** Ports speak the JDK; handlers never block. */
final class PortsTest {

  private static final Set<String> ASYNC =
      Set.of(CompletionStage.class.getName(), Flow.Publisher.class.getName());

  private static final Set<String> BLOCKING = Set.of("join", "get", "getNow", "resultNow");

  static final ArchRule IN_PORTS_ANSWER_LATER =
      methods()
          .that()
          .areDeclaredInClassesThat()
          .resideInAPackage("dev.colloquy..port.in..")
          .and()
          .areDeclaredInClassesThat()
          .areInterfaces()
          .and()
          .areDeclaredInClassesThat()
          .areTopLevelClasses()
          .and()
          .areNotStatic()
          .should()
          .haveRawReturnType(
              DescribedPredicate.describe(
                  "a completion stage or a publisher", it -> ASYNC.contains(it.getName())))
          .because("nothing behind a port may block an event loop");

  static final ArchRule PORTS_HAVE_NAMES_OF_THE_FIELD =
      noClasses()
          .that()
          .resideInAPackage("dev.colloquy..port..")
          .should()
          .haveSimpleNameEndingWith("Port")
          .orShould()
          .haveSimpleNameEndingWith("UseCase")
          .orShould()
          .haveSimpleNameEndingWith("Impl")
          .because("a port is named for what it can do");

  static final ArchRule HANDLERS_ARE_FINAL =
      classes()
          .that()
          .resideInAPackage("dev.colloquy..application..")
          .and()
          .haveSimpleNameEndingWith("Handler")
          .should()
          .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL)
          .because("a use case is combined, not extended");

  static final ArchRule USE_CASES_DO_NOT_WAIT =
      classes()
          .that()
          .resideInAnyPackage("dev.colloquy..application..", "dev.colloquy..domain..")
          .should(neverWait())
          .because("whoever waits on an event loop stops every other request");

  private static ArchCondition<JavaClass> neverWait() {
    return new ArchCondition<>("never wait for a stage nor hop to another pool") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type.getMethodCallsFromSelf().stream()
            .filter(it -> it.getTargetOwner().isAssignableTo(CompletionStage.class))
            .filter(PortsTest::waitsOrHops)
            .forEach(it -> events.add(SimpleConditionEvent.violated(type, it.getDescription())));
      }
    };
  }

  private static boolean waitsOrHops(JavaMethodCall call) {
    return BLOCKING.contains(call.getName()) || call.getName().endsWith("Async");
  }

  @Test
  void inPortsAnswerLater() {
    IN_PORTS_ANSWER_LATER.check(Code.PRODUCT);
  }

  @Test
  void portsHaveNamesOfTheField() {
    PORTS_HAVE_NAMES_OF_THE_FIELD.check(Code.PRODUCT);
  }

  @Test
  void handlersAreFinal() {
    HANDLERS_ARE_FINAL.check(Code.PRODUCT);
  }

  @Test
  void useCasesDoNotWait() {
    USE_CASES_DO_NOT_WAIT.check(Code.PRODUCT);
  }

  @Test
  void eachRuleBites() {
    bites(IN_PORTS_ANSWER_LATER);
    bites(PORTS_HAVE_NAMES_OF_THE_FIELD);
    bites(HANDLERS_ARE_FINAL);
    bites(USE_CASES_DO_NOT_WAIT);
  }

  private static void bites(ArchRule rule) {
    assertThatThrownBy(() -> rule.check(Code.planted("ports"))).isInstanceOf(AssertionError.class);
  }
}
