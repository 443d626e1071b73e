package dev.colloquy.event;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.bootstrap.testing.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Plain routes are not found by whatever describes REST, so the document is compared with them. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class RoutesDocumentTest {

  @Inject Router router;

  @Test
  void theDocumentKnowsEveryPlainRouteOfTheApi() {
    Map<String, Map<String, Object>> paths = document().getMap("paths");
    List<Route> routes =
        router.getRoutes().stream()
            .filter(route -> route.getPath() != null && route.getPath().startsWith("/api/"))
            .filter(route -> route.methods() != null)
            .toList();

    assertThat(routes).isNotEmpty();
    for (Route route : routes) {
      String path = route.getPath().replaceAll(":([a-z_]+)", "{$1}");
      for (HttpMethod method : route.methods()) {
        assertThat(paths).containsKey(path);
        assertThat(paths.get(path)).containsKey(method.name().toLowerCase(Locale.ROOT));
      }
    }
  }

  @Test
  void theDocumentSaysWhatAStreamAnswers() {
    Map<String, Object> content =
        document().getMap("paths.'/api/v1/output/stream'.get.responses.'200'.content");

    assertThat(content.keySet()).isEqualTo(Set.of("text/event-stream"));
  }

  private static JsonPath document() {
    return given()
        .accept("application/json")
        .get("/q/openapi?format=json")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }
}
