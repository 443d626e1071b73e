package dev.colloquy.usage;

import static dev.colloquy.usage.Limits.QUOTAS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.colloquy.bootstrap.testing.PostgresTestResource;
import dev.colloquy.bootstrap.testing.User;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class QuotaApiTest {

  private Limits limits;
  private User root;
  private User ada;

  @BeforeEach
  void register() {
    limits = Limits.ofRoot();
    root = limits.root();
    ada = User.registered("Ada");
  }

  private ValidatableResponse creating(Object... fields) {
    Map<String, Object> body =
        new HashMap<>(
            Map.of(
                "subject", "user",
                "subject_id", ada.id(),
                "metric", "tokens",
                "period", "day",
                "limit", 1000));
    for (int i = 0; i < fields.length; i += 2) {
      if (fields[i + 1] == null) {
        body.remove((String) fields[i]);
      } else {
        body.put((String) fields[i], fields[i + 1]);
      }
    }
    return root.post(QUOTAS, body);
  }

  private static void refused(ValidatableResponse response, String... pointers) {
    response
        .statusCode(422)
        .body("code", equalTo("VALIDATION_ERROR"))
        .body("errors.pointer", containsInAnyOrder((Object[]) pointers));
  }

  @Test
  void limitsSomebody() {
    ValidatableResponse made = creating();

    String id = made.statusCode(201).extract().path("id");
    made.header("Location", endsWith(QUOTAS + "/" + id))
        .header("ETag", equalTo("\"1\""))
        .body("subject", equalTo("user"))
        .body("subject_id", equalTo(ada.id()))
        .body("tier", nullValue())
        .body("metric", equalTo("tokens"))
        .body("period", equalTo("day"))
        .body("limit", equalTo(1000));
    root.get(QUOTAS + "/" + id).statusCode(200).body("limit", equalTo(1000));
    root.get(QUOTAS + "?limit=200").statusCode(200).body("items.id", hasItem(id));
  }

  @Test
  void changesAndDeletesTheVersionThatIsDemanded() {
    String path = QUOTAS + "/" + creating().extract().path("id");

    root.request()
        .header("If-Match", "\"7\"")
        .body("{\"limit\":5}")
        .patch(path)
        .then()
        .statusCode(412);
    root.request()
        .header("If-Match", "\"1\"")
        .body("{\"limit\":5}")
        .patch(path)
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"2\""))
        .body("limit", equalTo(5));
    root.request().header("If-Match", "\"1\"").delete(path).then().statusCode(412);
    root.delete(path).statusCode(204);
    root.get(path).statusCode(404);
    root.delete(path).statusCode(404);
  }

  @Test
  void tellsAdministratorsOfEachChange() {
    String id = creating().extract().path("id");
    limits.allow(id, 5);
    root.delete(QUOTAS + "/" + id).statusCode(204);
    String feed = "/api/v1/events?limit=200&types=quota.created,quota.updated,quota.deleted";

    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(told(root, feed, id))
                    .containsExactly("quota.created", "quota.updated", "quota.deleted"));
    assertThat(told(ada, feed, id)).isEmpty();
  }

  private static List<String> told(User reader, String feed, String id) {
    return reader
        .get(feed)
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("items.findAll { it.subject.id == '" + id + "' }.type");
  }

  @Test
  void takesOneOfAKind() {
    creating().statusCode(201);

    creating("limit", 7).statusCode(409).body("code", equalTo("DUPLICATE"));
    creating("period", "month").statusCode(201);
  }

  @Test
  void refusesWhatIsNoQuota() {
    refused(creating("subject_id", null), "/subject_id");
    refused(creating("subject_id", UUID.randomUUID().toString()), "/subject_id");
    refused(creating("tier", "free"), "/tier");
    refused(creating("subject", "tier"), "/tier", "/subject_id");
    refused(creating("limit", -1), "/limit");
    refused(creating("limit", 0.5), "/limit");
    refused(creating("limit", "many"), "/limit");
    refused(creating("metric", "words"), "/metric");
    refused(creating("period", "year"), "/period");
    refused(creating("more", 1), "/more");
    String id = creating().statusCode(201).extract().path("id");
    refused(root.patch(QUOTAS + "/" + id, Map.of("metric", "cost")), "/metric");
    refused(root.patch(QUOTAS + "/" + id, Map.of("limit", 0.5)), "/limit");
  }

  @Test
  void isForAdministratorsAlone() {
    String id = creating().extract().path("id");

    ada.get(QUOTAS).statusCode(403).body("code", equalTo("ACCESS_DENIED"));
    ada.get(QUOTAS + "/" + id).statusCode(403);
    ada.delete(QUOTAS + "/" + id).statusCode(403);
    ada.get("/api/v1/admin/usage").statusCode(403);
  }

  @Test
  void refusesARunThatAQuotaDoesNotHold() {
    limits.of(ada, "tokens", 20);
    Conversing talk = Conversing.of(ada);

    talk.ask("/say Bread needs time.", 100)
        .statusCode(429)
        .header("Retry-After", matchesPattern("[1-9][0-9]*"))
        .body("code", equalTo("QUOTA_EXCEEDED"))
        .body("metric", equalTo("tokens"))
        .body("period", equalTo("month"))
        .body("subject", equalTo("user"))
        .body("limit", equalTo(20))
        .body("resets_at", endsWith("-01T00:00:00.000000Z"));
    assertThat(talk.messages()).isEmpty();
    talk.ask("/say Bread.", 5).statusCode(202);
  }

  @Test
  void refusesAChatThatAQuotaDoesNotHoldInOpenAisForm() {
    limits.of(ada, "requests", 0);

    Conversing.chat(ada, "/say Bread.")
        .statusCode(429)
        .header("Retry-After", matchesPattern("[1-9][0-9]*"))
        .body("error.code", equalTo("QUOTA_EXCEEDED"));
  }

  @Test
  void limitsTheUsersOfATierAndNoOthers() {
    String id =
        creating("subject", "tier", "subject_id", null, "tier", "pro", "limit", 0)
            .statusCode(201)
            .body("subject_id", nullValue())
            .body("tier", equalTo("pro"))
            .extract()
            .path("id");

    // everybody registers for free
    Conversing.of(ada).ask("/say Bread.", 5).statusCode(202);
    ada.get("/api/v1/users/me/quota").statusCode(200).body("items.tier", not(hasItem("pro")));
    root.delete(QUOTAS + "/" + id).statusCode(204);
  }

  @Test
  void showsWhatIsReservedAndWhatIsLeft() {
    String quota = limits.of(ada, "tokens", 1_000);
    Conversing talk = Conversing.of(ada);
    String run = talk.run("/say Wait a moment\n/stall", 100);

    JsonPath meanwhile = Limits.standing(ada, quota);
    talk.cancel(run);

    assertThat(meanwhile.getInt("reserved")).isGreaterThan(100).isLessThan(200);
    assertThat(meanwhile.getInt("left") + meanwhile.getInt("reserved")).isEqualTo(1_000);
    assertThat(meanwhile.getString("resets_at")).endsWith("-01T00:00:00.000000Z");
    Awaitility.await()
        .untilAsserted(() -> assertThat(Limits.standing(ada, quota).getInt("reserved")).isZero());
  }
}
