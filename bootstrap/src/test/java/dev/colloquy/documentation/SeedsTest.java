package dev.colloquy.documentation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.bootstrap.testing.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of what became of the five designs names nothing that is not there. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class SeedsTest {

  private static final Pattern TYPE = Pattern.compile("[A-Z][a-z0-9]+(?:[A-Z][A-Za-z0-9]*)*");
  private static final Pattern ROUTE =
      Pattern.compile("(?:GET|POST|PUT|PATCH|DELETE)(?:\\|[A-Z]+)* /\\S*");
  private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}");

  private final Document seeds = Document.at("docs/seeds.md");

  @Test
  void everyTypeNamedExists() throws IOException {
    List<String> named = seeds.code().stream().filter(TYPE.asMatchPredicate()).toList();

    assertThat(named).hasSizeGreaterThan(100);
    assertThat(sources()).containsAll(named);
  }

  @Test
  void everyRouteNamedIsDocumented() {
    List<String> named =
        seeds.code().stream()
            .filter(ROUTE.asMatchPredicate())
            .flatMap(SeedsTest::single)
            .map(SeedsTest::anyVariable)
            .toList();

    assertThat(named).hasSizeGreaterThan(30);
    assertThat(documented()).containsAll(named);
  }

  /** The names of all types that have a file of their own. */
  private static Set<String> sources() throws IOException {
    try (Stream<Path> files = Files.walk(Document.PROJECT)) {
      return files
          .map(path -> path.getFileName().toString())
          .filter(name -> name.endsWith(".java"))
          .map(name -> name.substring(0, name.length() - ".java".length()))
          .collect(Collectors.toSet());
    }
  }

  private static Set<String> documented() {
    JsonObject paths =
        new JsonObject(given().accept("application/json").get("/q/openapi").asString())
            .getJsonObject("paths");
    return paths.fieldNames().stream()
        .flatMap(path -> routes(path, paths.getJsonObject(path)))
        .collect(Collectors.toSet());
  }

  private static Stream<String> routes(String path, JsonObject operations) {
    return operations.fieldNames().stream()
        .map(method -> method.toUpperCase(Locale.ROOT) + " " + anyVariable(path));
  }

  /** One route a method of {@code GET|PUT /path}. */
  private static Stream<String> single(String routes) {
    int space = routes.indexOf(' ');
    return Stream.of(routes.substring(0, space).split("\\|", -1))
        .map(method -> method + routes.substring(space));
  }

  private static String anyVariable(String route) {
    return VARIABLE.matcher(route).replaceAll("{}");
  }
}
