package dev.colloquy.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.colloquy.bootstrap.testing.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The API's description is complete, for people and for programs. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class DescriptionTest {

  @TestHTTPResource("/")
  URI root;

  @Inject Router router;

  private Calls calls;
  private JsonNode document;

  @BeforeEach
  void read() {
    calls = new Calls(root);
    document = Operation.document(calls);
  }

  @Test
  void saysWhatItIsAndHowToComeIn() {
    assertThat(document.path("openapi").asText()).startsWith("3.1");
    assertThat(document.at("/info/title").asText()).isEqualTo("Colloquy");
    assertThat(document.at("/components/securitySchemes/access_token/scheme").asText())
        .isEqualTo("bearer");
    assertThat(document.at("/components/securitySchemes/api_key/name").asText())
        .isEqualTo("X-API-Key");
    assertThat(document.path("security")).hasSize(2);
  }

  @Test
  void namesEveryRouteThatThereIsAndNoOther() {
    Set<Operation> served = new HashSet<>();
    new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.colloquy")
            .stream()
            .filter(it -> it.isAnnotatedWith(Path.class))
            .flatMap(it -> it.getMethods().stream())
            .flatMap(DescriptionTest::operation)
            .forEach(served::add);
    router.getRoutes().stream()
        .map(Route::getPath)
        .filter(it -> it != null && it.startsWith("/api/"))
        .map(it -> new Operation("GET", it.replaceAll(":([a-z_]+)", "{$1}")))
        .forEach(served::add);

    assertThat(Operation.described(calls)).containsExactlyInAnyOrderElementsOf(served);
  }

  @Test
  void leavesNothingUnsaid() {
    List<String> unsaid = new ArrayList<>();
    Set<String> names = new HashSet<>();
    Set<String> tags = new HashSet<>();
    document.path("tags").forEach(it -> tags.add(it.path("name").asText()));
    document.path("tags").forEach(it -> require(unsaid, "tag", it, "description"));

    for (Operation each : Operation.described(calls)) {
      JsonNode operation = each.in(document);
      String name = each.toString();
      require(unsaid, name, operation, "summary");
      if (!names.add(operation.path("operationId").asText())) {
        unsaid.add(name + " has no name of its own");
      }
      if (!tags.contains(operation.path("tags").path(0).asText())) {
        unsaid.add(name + " has a tag that is not described");
      }
      operation
          .path("parameters")
          .forEach(it -> require(unsaid, name + " " + it.path("name").asText(), it, "description"));
      for (Map.Entry<String, JsonNode> answer : operation.path("responses").properties()) {
        answer(unsaid, name + " " + answer.getKey(), answer);
      }
    }

    assertThat(unsaid).isEmpty();
  }

  private void answer(List<String> unsaid, String name, Map.Entry<String, JsonNode> answer) {
    JsonNode told = answer.getValue();
    if (told.has("$ref")) {
      told = document.at(told.path("$ref").asText().substring(1));
    }
    require(unsaid, name, told, "description");
    if (!answer.getKey().equals("204")) {
      require(unsaid, name, told, "content");
    }
    if (answer.getKey().startsWith("4") && !told.path("content").has("application/problem+json")) {
      unsaid.add(name + " is no problem");
    }
  }

  private static void require(List<String> unsaid, String name, JsonNode node, String member) {
    if (node.path(member).isMissingNode()
        || node.path(member).isEmpty() && node.path(member).asText().isBlank()) {
      unsaid.add(name + " has no " + member);
    }
  }

  private static Stream<Operation> operation(JavaMethod method) {
    JavaClass owner = method.getOwner();
    String path =
        owner.getAnnotationOfType(Path.class).value()
            + method.tryGetAnnotationOfType(Path.class).map(it -> "/" + it.value()).orElse("");
    return method.getAnnotations().stream()
        .filter(it -> it.getRawType().isAnnotatedWith(HttpMethod.class))
        .map(it -> new Operation(it.getRawType().getSimpleName(), path));
  }
}
