package dev.colloquy.conversation;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.colloquy.bootstrap.testing.PostgresTestResource;
import dev.colloquy.bootstrap.testing.User;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class MessageApiTest {

  private User ada;
  private User bob;
  private String conversation;
  private String messages;

  @BeforeEach
  void startTalking() {
    ada = People.gathered().ada();
    bob = People.gathered().bob();
    String workspace = ada.workspace();
    ada.invite(workspace, bob, "editor");
    conversation =
        ada.post(
                "/api/v1/conversations",
                Map.of(
                    "workspace_id",
                    workspace,
                    "topic",
                    "Talk",
                    "participant_ids",
                    List.of(bob.id())))
            .statusCode(201)
            .extract()
            .path("id");
    messages = "/api/v1/conversations/" + conversation + "/messages";
  }

  private String said(User sender, String text) {
    return sender.post(messages, Map.of("content", text)).statusCode(201).extract().path("id");
  }

  private ValidatableResponse tried(User sender, String key, String text) {
    return sender
        .request()
        .header("Idempotency-Key", key)
        .body(Map.of("content", text))
        .post(messages)
        .then();
  }

  @Test
  void postsAMessage() {
    String parent = said(bob, "Before");

    ada.post(
            messages,
            Map.of("content", "Hello", "parent_id", parent, "metadata", Map.of("mood", "good")))
        .statusCode(201)
        .header("ETag", "\"1\"")
        .header("Location", startsWith(messages + "/"))
        .body("conversation_id", equalTo(conversation))
        .body("seq", equalTo(2))
        .body("sender_id", equalTo(ada.id()))
        .body("sender", equalTo("user"))
        .body("role", equalTo("user"))
        .body("content", equalTo("Hello"))
        .body("timestamp", notNullValue())
        .body("parent_id", equalTo(parent))
        .body("edited_at", nullValue())
        .body("superseded_by", nullValue())
        .body("metadata.mood", equalTo("good"))
        .body("version", equalTo(1));
  }

  @Test
  void refusesWhatIsNoMessageOfMine() {
    ada.post(messages, Map.of("content", "  ")).statusCode(422);
    ada.post(messages, Map.of("content", "x".repeat(262_145))).statusCode(422);
    ada.post(messages, Map.of("content", "x".repeat(262_144))).statusCode(201);
    ada.post(messages, Map.of("content", "x", "id", UUID.randomUUID().toString()))
        .statusCode(422)
        .body("errors.pointer", contains("/id"));
    ada.post(messages, Map.of("content", "x", "parent_id", UUID.randomUUID().toString()))
        .statusCode(422)
        .body("errors.pointer", contains("/parent_id"));
    ada.post(messages, Map.of("content", "x", "role", "assistant")).statusCode(403);
    People.gathered().eve().post(messages, Map.of("content", "x")).statusCode(403);
    ada.post("/api/v1/conversations/" + UUID.randomUUID() + "/messages", Map.of("content", "x"))
        .statusCode(404);
  }

  @Test
  void answersARepeatedRequestWithTheFirstMessage() {
    String first = tried(ada, "k-1", "Once").statusCode(201).extract().path("id");

    tried(ada, "k-1", "Once")
        .statusCode(201)
        .header("Idempotency-Replayed", "true")
        .header("Location", messages + "/" + first)
        .body("id", equalTo(first));
    tried(ada, "k-1", "Twice").statusCode(422).body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
    tried(bob, "k-1", "Once").statusCode(201).header("Idempotency-Replayed", nullValue());
    ada.get(messages).body("items", hasSize(2));
    tried(ada, "with space", "x").statusCode(400);
  }

  @Test
  void readsInAscendingOrderFromEitherEnd() {
    List.of("1", "2", "3", "4", "5").forEach(text -> said(ada, text));

    ada.get(messages).statusCode(200).body("items.seq", contains(1, 2, 3, 4, 5));
    String older =
        ada.get(messages + "?limit=2")
            .body("items.seq", contains(4, 5))
            .extract()
            .path("next_cursor");
    ada.get(messages + "?limit=2&cursor=" + older).body("items.seq", contains(2, 3));
    ada.get(messages + "?after=3")
        .body("items.seq", contains(4, 5))
        .body("next_cursor", nullValue());
    ada.get(messages + "?before=3").body("items.seq", contains(1, 2));
    ada.get(messages + "?after=5").body("items", empty());
    ada.get(messages + "?after=1&before=3").statusCode(400);
    ada.get(messages + "?after=1&cursor=" + older).statusCode(400);
    ada.get(messages + "?after=minus").statusCode(400);
    ada.get(messages + "?limit=201").statusCode(400);
    ada.get(messages + "?cursor=" + older + "A").statusCode(400);
    bob.get(messages + "?cursor=" + older).statusCode(400);
  }

  @Test
  void keepsTheEarlierTextsOfAnEditedMessage() {
    String id = said(ada, "First");

    ada.patch(messages + "/" + id, Map.of("content", "Second"))
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("content", equalTo("Second"))
        .body("edited_at", notNullValue());
    bob.get(messages + "/" + id + "/revisions")
        .statusCode(200)
        .body("items.content", contains("First"))
        .body("items.version", contains(1));
    bob.patch(messages + "/" + id, Map.of("content", "Mine")).statusCode(403);
    ada.request()
        .header("If-Match", "\"1\"")
        .body(Map.of("content", "Late"))
        .patch(messages + "/" + id)
        .then()
        .statusCode(412);
    ada.patch(messages + "/" + UUID.randomUUID(), Map.of("content", "x")).statusCode(404);
  }

  @Test
  void leavesThePlaceOfADeletedMessage() {
    String id = said(ada, "Secret");
    ada.patch(messages + "/" + id, Map.of("content", "Still secret")).statusCode(200);

    bob.delete(messages + "/" + id).statusCode(403);
    ada.delete(messages + "/" + id).statusCode(204);

    bob.get(messages + "/" + id)
        .statusCode(200)
        .body("seq", equalTo(1))
        .body("content", nullValue())
        .body("metadata", equalTo(Map.of()))
        .body("deleted_at", notNullValue());
    bob.get(messages + "/" + id + "/revisions").body("items", empty());
    ada.patch(messages + "/" + id, Map.of("content", "Back")).statusCode(404);
    ada.delete(messages + "/" + id).statusCode(204);
  }
}
