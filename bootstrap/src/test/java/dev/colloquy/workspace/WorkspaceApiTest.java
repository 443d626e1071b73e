package dev.colloquy.workspace;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.colloquy.bootstrap.testing.PostgresTestResource;
import dev.colloquy.bootstrap.testing.User;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class WorkspaceApiTest {

  private static final String WORKSPACES = "/api/v1/workspaces";
  private static final Map<String, String> ATLAS =
      Map.of("name", "Atlas", "description", "All about the Atlas launch");

  private User owner;
  private User stranger;

  @BeforeEach
  void registerPeople() {
    owner = User.registered("Ada");
    stranger = User.registered("Eve");
  }

  private static String path(String workspace) {
    return WORKSPACES + "/" + workspace;
  }

  @Test
  void opensAWorkspace() {
    owner
        .post(WORKSPACES, ATLAS)
        .statusCode(201)
        .header("Location", notNullValue())
        .header("ETag", "\"1\"")
        .body("name", equalTo("Atlas"))
        .body("description", equalTo("All about the Atlas launch"))
        .body("owner_id", equalTo(owner.id()))
        .body("type", equalTo("general"))
        .body("status", equalTo("active"))
        .body("my_role", equalTo("owner"))
        .body("settings", equalTo(Map.of()))
        .body("metadata", equalTo(Map.of()))
        .body("version", equalTo(1));
  }

  @Test
  void answersARepeatedRequestOnce() {
    var first =
        owner.request().header("Idempotency-Key", "k-1").body(ATLAS).post(WORKSPACES).then();
    var again =
        owner.request().header("Idempotency-Key", "k-1").body(ATLAS).post(WORKSPACES).then();

    again
        .statusCode(201)
        .header("Idempotency-Replayed", "true")
        .body("id", equalTo(first.statusCode(201).extract().<String>path("id")));
    owner.get(WORKSPACES).body("items", hasSize(1));
    owner
        .request()
        .header("Idempotency-Key", "k-1")
        .body(Map.of("name", "Other", "description", "x"))
        .post(WORKSPACES)
        .then()
        .statusCode(422)
        .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
  }

  @Test
  void tellsAllThatIsWrongAtOnce() {
    owner
        .post(WORKSPACES, Map.of("name", " ", "type", "secret", "id", "mine", "settings", "dark"))
        .statusCode(422)
        .contentType("application/problem+json")
        .body("code", equalTo("VALIDATION_ERROR"))
        .body(
            "errors.pointer",
            org.hamcrest.Matchers.containsInAnyOrder(
                "/name", "/description", "/type", "/settings", "/id"));
  }

  @Test
  void refusesANameThatTheOwnerUses() {
    owner.post(WORKSPACES, ATLAS).statusCode(201);

    owner.post(WORKSPACES, ATLAS).statusCode(409).body("code", equalTo("DUPLICATE"));
    stranger.post(WORKSPACES, ATLAS).statusCode(201);
  }

  @Test
  void listsMineNewestFirstPageByPage() {
    String first = owner.workspace();
    String second = owner.workspace();
    stranger.workspace();

    String cursor =
        owner
            .get(WORKSPACES + "?limit=1")
            .statusCode(200)
            .body("items.id", contains(second))
            .extract()
            .path("next_cursor");
    owner
        .get(WORKSPACES + "?limit=1&cursor=" + cursor)
        .statusCode(200)
        .body("items.id", contains(first))
        .body("next_cursor", nullValue());
    stranger.get(WORKSPACES + "?limit=1&cursor=" + cursor).statusCode(400);
    owner.get(WORKSPACES + "?limit=201").statusCode(400);
    owner.get(WORKSPACES + "?status=lost").statusCode(400);
  }

  @Test
  void keepsStrangersOut() {
    String id = owner.workspace();

    for (String route : List.of("", "/stats", "/members", "/invitations")) {
      stranger.get(path(id) + route).statusCode(403).body("code", equalTo("ACCESS_DENIED"));
    }
    stranger.post(path(id) + "/archive").statusCode(403);
    stranger.delete(path(id)).statusCode(403);
    stranger.patch(path(id), Map.of("name", "Mine")).statusCode(403);
  }

  @Test
  void knowsNothingOfWhatDoesNotExist() {
    owner.get(path(UUID.randomUUID().toString())).statusCode(404);
    owner.get(path("no-id")).statusCode(404).body("code", equalTo("NOT_FOUND"));
  }

  @Test
  void mergesAPatch() {
    String id = owner.workspace();
    owner.patch(path(id), Map.of("metadata", Map.of("a", 1, "b", 2))).statusCode(200);

    owner
        .request()
        .contentType("application/merge-patch+json")
        .body("{\"type\": \"client\", \"metadata\": {\"a\": null, \"c\": 3}}")
        .patch(path(id))
        .then()
        .statusCode(200)
        .header("ETag", "\"3\"")
        .body("type", equalTo("client"))
        .body("metadata", equalTo(Map.of("b", 2, "c", 3)));
  }

  @Test
  void replacesOnlyTheVersionThatWasRead() {
    String id = owner.workspace();

    owner.request().body(ATLAS).put(path(id)).then().statusCode(428);
    owner
        .request()
        .header("If-Match", "\"7\"")
        .body(ATLAS)
        .put(path(id))
        .then()
        .statusCode(412)
        .body("code", equalTo("PRECONDITION_FAILED"));
    owner
        .request()
        .header("If-Match", "\"1\"")
        .body(ATLAS)
        .put(path(id))
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("name", equalTo("Atlas"));
  }

  @Test
  void takesNoChangesWhileArchived() {
    String id = owner.workspace();
    owner.post(path(id) + "/archive").statusCode(200).body("status", equalTo("archived"));

    owner.get(path(id)).statusCode(200);
    owner.patch(path(id), Map.of("name", "x")).statusCode(409).body("code", equalTo("ARCHIVED"));
    owner.post(path(id) + "/restore").statusCode(200).body("status", equalTo("active"));
    owner.patch(path(id), Map.of("name", "x")).statusCode(200);
  }

  @Test
  void findsADeletedWorkspaceOnlyToRestoreIt() {
    String id = owner.workspace();
    owner.delete(path(id)).statusCode(204);

    owner.get(path(id)).statusCode(404);
    owner.get(WORKSPACES).body("items.id", not(hasItem(id)));
    stranger.post(path(id) + "/restore").statusCode(403);
    owner.post(path(id) + "/restore").statusCode(200).body("status", equalTo("active"));
  }

  @Test
  void isGivenToAnotherMember() {
    String id = owner.workspace();
    Map<String, String> toEve = Map.of("user_id", stranger.id());
    owner
        .post(path(id) + "/transfer", toEve)
        .statusCode(422)
        .body("errors.pointer", contains("/user_id"));
    owner.invite(id, stranger, "viewer");

    owner
        .post(path(id) + "/transfer", toEve)
        .statusCode(200)
        .body("owner_id", equalTo(stranger.id()))
        .body("my_role", equalTo("admin"));
    stranger.get(path(id)).body("my_role", equalTo("owner"));
    owner.post(path(id) + "/transfer", toEve).statusCode(403);
  }

  @Test
  void countsWhatIsInIt() {
    String id = owner.workspace();
    owner.invite(id, stranger, "viewer");

    stranger
        .get(path(id) + "/stats")
        .statusCode(200)
        .body("members", equalTo(2))
        .body("conversations", equalTo(0))
        .body("messages", equalTo(0))
        .body("last_active_at", nullValue());
  }
}
