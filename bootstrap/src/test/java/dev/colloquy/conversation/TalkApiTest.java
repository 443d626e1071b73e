package dev.colloquy.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.colloquy.bootstrap.testing.PostgresTestResource;
import dev.colloquy.bootstrap.testing.User;
import dev.colloquy.shared.domain.ConversationId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class TalkApiTest {

  @Inject PgGround ground;

  private User ada;
  private User bob;
  private User eve;
  private String workspace;
  private String conversation;
  private String path;

  @BeforeEach
  void startTalking() {
    ada = People.gathered().ada();
    bob = People.gathered().bob();
    eve = People.gathered().eve();
    workspace = ada.workspace();
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
    path = "/api/v1/conversations/" + conversation;
  }

  private String said(User sender, Map<String, ?> body) {
    return sender.post(path + "/messages", body).statusCode(201).extract().path("id");
  }

  private long written(String type) {
    return ground.written(new ConversationId(UUID.fromString(conversation)), type).size();
  }

  @Test
  void countsWhatOthersHaveSaidSinceIReadLast() {
    said(ada, Map.of("content", "One"));
    said(ada, Map.of("content", "Two"));
    said(bob, Map.of("content", "Three"));

    bob.get(path).body("unread_count", equalTo(2));
    ada.get(path).body("unread_count", equalTo(1));
    bob.request().body(Map.of("seq", 1)).put(path + "/read-marker").then().statusCode(204);
    bob.get("/api/v1/conversations?workspace=" + workspace).body("items.unread_count", contains(1));
    bob.request().body(Map.of("seq", 4)).put(path + "/read-marker").then().statusCode(422);
    eve.request().body(Map.of("seq", 1)).put(path + "/read-marker").then().statusCode(403);
    assertThat(written("conversation.read")).isEqualTo(1);
  }

  @Test
  void tellsThatSomebodyIsWritingOnceInAWhile() {
    bob.post(path + "/typing").statusCode(204);
    bob.post(path + "/typing").statusCode(204);
    ada.post(path + "/typing").statusCode(204);
    eve.post(path + "/typing").statusCode(403);

    assertThat(written("conversation.typing")).isEqualTo(2);
  }

  @Test
  void takesDownWhatSomebodyThinksOfAMessage() {
    String message = path + "/messages/" + said(ada, Map.of("content", "Wise words"));
    Map<String, ?> praise = Map.of("rating", 5, "comment", "Wise indeed");

    bob.request().body(praise).put(message + "/feedback").then().statusCode(204);
    bob.request().body(praise).put(message + "/feedback").then().statusCode(204);
    bob.request().body(Map.of("rating", 6)).put(message + "/feedback").then().statusCode(422);
    eve.request().body(praise).put(message + "/feedback").then().statusCode(403);
    assertThat(written("message.feedback.given")).isEqualTo(1);
    ada.delete(message).statusCode(204);
    bob.request().body(praise).put(message + "/feedback").then().statusCode(404);
  }

  @Test
  void forksUpToAMessage() {
    String first = said(ada, Map.of("content", "First"));
    String second = said(bob, Map.of("content", "Second", "parent_id", first));
    said(ada, Map.of("content", "Third"));

    String fork =
        bob.post(path + "/fork", Map.of("message_id", second, "topic", "Another way"))
            .statusCode(201)
            .body("topic", equalTo("Another way"))
            .body("participant_ids", contains(bob.id()))
            .body("created_by", equalTo(bob.id()))
            .body("forked_from.conversation_id", equalTo(conversation))
            .body("forked_from.seq", equalTo(2))
            .body("message_count", equalTo(2))
            .extract()
            .path("id");

    String messages = "/api/v1/conversations/" + fork + "/messages";
    String copied =
        bob.get(messages)
            .body("items.content", contains("First", "Second"))
            .body("items.seq", contains(1, 2))
            .body("items.sender_id", contains(ada.id(), bob.id()))
            .body("items[0].id", not(equalTo(first)))
            .extract()
            .path("items[0].id");
    bob.get(messages).body("items.parent_id", contains(nullValue(), equalTo(copied)));
    bob.post(messages, Map.of("content", "Onwards")).statusCode(201).body("seq", equalTo(3));
    ada.get(messages).statusCode(403);
    eve.post(path + "/fork", Map.of()).statusCode(403);
    bob.post(path + "/fork", Map.of("message_id", UUID.randomUUID().toString()))
        .statusCode(422)
        .body("errors.pointer", contains("/message_id"));
  }

  @Test
  void takesInputWithoutSayingWhere() {
    String home =
        eve.post("/api/v1/input", Map.of("content", "Remember", "metadata", Map.of("a", 1)))
            .statusCode(200)
            .body("status", equalTo("received"))
            .body("data.content", equalTo("Remember"))
            .body("data.metadata.a", equalTo(1))
            .body("data.message_id", notNullValue())
            .extract()
            .path("data.conversation_id");

    eve.post("/api/v1/input", Map.of("content", "And this"))
        .statusCode(200)
        .body("data.conversation_id", equalTo(home));
    eve.get("/api/v1/conversations/" + home + "/messages")
        .body("items.content", contains("Remember", "And this"));
    eve.delete("/api/v1/conversations/" + home).statusCode(204);
    eve.post("/api/v1/input", Map.of("content", "Anew"))
        .statusCode(200)
        .body("data.conversation_id", not(equalTo(home)));
    eve.post("/api/v1/input", Map.of("content", "x", "conversation_id", conversation))
        .statusCode(403);
    bob.post("/api/v1/input", Map.of("content", "Here", "conversation_id", conversation))
        .statusCode(200)
        .body("data.conversation_id", equalTo(conversation));
  }

  @Test
  void findsWhatIMayRead() {
    String message = said(ada, Map.of("content", "The quick brown fox jumps over the lazy dog"));
    String word = "Zebra" + UUID.randomUUID().toString().substring(0, 8);
    said(ada, Map.of("content", "A " + word + " and a fox"));
    ada.patch(path, Map.of("topic", "About a " + word)).statusCode(200);
    Map<String, String> query = Map.of("q", word);

    bob.post("/api/v1/search", query)
        .statusCode(200)
        .body("items.type", containsInAnyOrder("message", "conversation"))
        .body("items.conversation_id", contains(conversation, conversation));
    bob.post("/api/v1/search", Map.of("q", "\"brown fox\"", "workspace_id", workspace))
        .body("items.id", contains(message))
        .body("items[0].highlight", containsString("**brown** **fox**"));
    bob.post("/api/v1/search", Map.of("q", word, "types", List.of("conversation")))
        .body("items.type", contains("conversation"));
    eve.post("/api/v1/search", query).statusCode(200).body("items", empty());
    bob.post("/api/v1/search", Map.of("q", "' & | ! :* <-> \\ \" (")).statusCode(200);
    bob.post("/api/v1/search", Map.of("q", "")).statusCode(422);
    String cursor =
        bob.post("/api/v1/search", Map.of("q", word, "limit", 1)).extract().path("next_cursor");
    bob.post("/api/v1/search", Map.of("q", word, "limit", 1, "cursor", cursor))
        .statusCode(200)
        .body("items.size()", equalTo(1))
        .body("next_cursor", nullValue());
    bob.post("/api/v1/search", Map.of("q", "fox", "limit", 1, "cursor", cursor)).statusCode(400);
    bob.post("/api/v1/search", Map.of("q", word, "limit", 1_000_000_000)).statusCode(422);
  }

  @Test
  void exportsTheWholeConversation() {
    for (int i = 1; i <= 203; i++) {
      said(ada, Map.of("content", "Number " + i));
    }

    ada.get(path + "/export")
        .statusCode(200)
        .contentType("application/json")
        .body("conversation.topic", equalTo("Talk"))
        .body("messages.size()", equalTo(203))
        .body("messages[202].seq", equalTo(203))
        .body("messages[202].content", equalTo("Number 203"));
    String markdown =
        bob.get(path + "/export?format=markdown")
            .statusCode(200)
            .header("Content-Type", containsString("text/markdown"))
            .extract()
            .asString();
    assertThat(markdown).startsWith("# Talk\n").contains("Number 1\n", "Number 203\n");
    ada.get(path + "/export?format=pdf").statusCode(400);
    ada.post(path + "/export").statusCode(405).header("Allow", "GET");
    eve.get(path + "/export").statusCode(403);
    ada.get("/api/v1/conversations/" + UUID.randomUUID() + "/export").statusCode(404);
  }
}
