package dev.colloquy.bootstrap.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.colloquy.run.domain.RunId;
import dev.colloquy.shared.adapter.rest.problem.EdgeRefusal;
import dev.colloquy.shared.adapter.rest.problem.Statuses;
import dev.colloquy.shared.domain.DomainException;
import dev.colloquy.usage.domain.Metric;
import dev.colloquy.usage.domain.Period;
import dev.colloquy.usage.domain.Plan;
import dev.colloquy.usage.domain.Quota;
import dev.colloquy.usage.domain.QuotaId;
import dev.colloquy.usage.domain.QuotaSubject;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every code that an answer may carry: one meaning, one status, one line of documentation. */
class ProblemsTest {

  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Z_]+)` \\| (\\d{3}) \\|");

  @Test
  void everyCodeIsDocumentedWithItsStatusAndNoOtherIs() throws IOException {
    Map<String, Integer> codes = new TreeMap<>();
    refusals().forEach(each -> codes.put(each.code(), Statuses.of(each.kind())));
    for (EdgeRefusal each : EdgeRefusal.values()) {
      codes.put(each.name(), each.status());
    }

    Map<String, Integer> documented = new TreeMap<>();
    ROW.matcher(Files.readString(Path.of("..", "docs", "problems.md")))
        .results()
        .forEach(row -> documented.put(row.group(1), Integer.valueOf(row.group(2))));

    assertThat(documented).isEqualTo(codes);
  }

  @Test
  void noCodeIsDocumentedTwice() throws IOException {
    List<String> documented =
        ROW.matcher(Files.readString(Path.of("..", "docs", "problems.md")))
            .results()
            .map((MatchResult row) -> row.group(1))
            .toList();

    assertThat(documented).doesNotHaveDuplicates();
  }

  @Test
  void twoRefusalsNeverShareACode() {
    Map<String, List<String>> classesByCode =
        refusals().stream()
            .collect(
                Collectors.groupingBy(
                    DomainException::code,
                    Collectors.mapping(
                        each -> each.getClass().getName(),
                        Collectors.collectingAndThen(
                            Collectors.toList(), all -> all.stream().distinct().toList()))));

    assertThat(classesByCode.values()).allSatisfy(classes -> assertThat(classes).hasSize(1));
    assertThat(classesByCode.keySet())
        .doesNotContainAnyElementsOf(
            List.of(EdgeRefusal.values()).stream().map(EdgeRefusal::name).toList());
  }

  private static List<DomainException> refusals() {
    List<DomainException> refusals = new ArrayList<>();
    for (JavaClass each : new ClassFileImporter().importPackages("dev.colloquy")) {
      if (each.isAssignableTo(DomainException.class)
          && !each.getModifiers().contains(JavaModifier.ABSTRACT)
          && !each.getPackageName().startsWith("dev.colloquy.planted")) {
        for (Constructor<?> constructor : each.reflect().getConstructors()) {
          refusals.add(made(constructor));
        }
      }
    }
    assertThat(refusals).hasSizeGreaterThan(20);
    return refusals;
  }

  private static DomainException made(Constructor<?> constructor) {
    Object[] arguments = new Object[constructor.getParameterCount()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = any(constructor.getParameterTypes()[i]);
    }
    try {
      return (DomainException) constructor.newInstance(arguments);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(constructor + " cannot be called", e);
    }
  }

  private static Object any(Class<?> type) {
    if (type == String.class) {
      return "x";
    }
    if (type == long.class) {
      return 1L;
    }
    if (type == int.class) {
      return 1;
    }
    if (type == Duration.class) {
      return Duration.ofSeconds(1);
    }
    if (type == List.class) {
      return List.of();
    }
    if (type == RunId.class) {
      return new RunId(new UUID(0, 1));
    }
    if (type == Instant.class) {
      return Instant.EPOCH;
    }
    if (type == Quota.class) {
      return new Quota(
          new QuotaId(new UUID(0, 1)),
          new QuotaSubject.OfTier(Plan.FREE),
          Metric.TOKENS,
          Period.DAY,
          BigDecimal.ONE,
          Instant.EPOCH,
          Instant.EPOCH,
          1);
    }
    throw new AssertionError("say here what an example of " + type + " is");
  }
}
