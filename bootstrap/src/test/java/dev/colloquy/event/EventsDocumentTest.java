package dev.colloquy.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.colloquy.shared.domain.DomainEvent;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import sun.reflect.ReflectionFactory;

/** docs/events.md tells of every type of event, with an example each. */
final class EventsDocumentTest {

  private static final Path DOCUMENT = Path.of("..", "docs", "events.md");
  private static final Pattern ENTRY =
      Pattern.compile("(?m)^### `([a-z_.]+)`$(?s:.*?)^```json$(?s:(.*?))^```$");

  @Test
  void hasAnExampleOfEveryTypeAndOfNoOther() throws IOException {
    assertThat(examples().keySet()).isEqualTo(types());
  }

  @Test
  void showsExamplesThatAreWhole() throws IOException {
    for (Map.Entry<String, JsonNode> each : examples().entrySet()) {
      JsonNode example = each.getValue();

      assertThat(example.path("type").asText()).isEqualTo(each.getKey());
      assertThat(example.fieldNames())
          .toIterable()
          .containsExactly(
              "position",
              "id",
              "type",
              "version",
              "occurred_at",
              "actor",
              "workspace_id",
              "conversation_id",
              "subject",
              "correlation_id",
              "data");
      assertThat(example.path("data").isObject()).isTrue();
    }
  }

  private static Map<String, JsonNode> examples() throws IOException {
    ObjectMapper json = new ObjectMapper();
    Map<String, JsonNode> examples = new TreeMap<>();
    Matcher entry = ENTRY.matcher(Files.readString(DOCUMENT));
    while (entry.find()) {
      examples.put(entry.group(1), json.readTree(entry.group(2)));
    }
    return examples;
  }

  private static TreeSet<String> types() {
    TreeSet<String> types = new TreeSet<>();
    new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("testkit"))
            .importPackages("dev.colloquy")
            .stream()
            .filter(it -> it.isAssignableTo(DomainEvent.class))
            .map(JavaClass::reflect)
            .filter(it -> !Modifier.isAbstract(it.getModifiers()))
            .forEach(it -> types.add(typeOf(it)));
    return types;
  }

  /** An event's type is the same whatever happened, so an instance without content will do. */
  private static String typeOf(Class<?> event) {
    try {
      Constructor<?> empty =
          ReflectionFactory.getReflectionFactory()
              .newConstructorForSerialization(event, Object.class.getDeclaredConstructor());
      return ((DomainEvent) empty.newInstance()).type();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(event + " does not tell its type", e);
    }
  }
}
