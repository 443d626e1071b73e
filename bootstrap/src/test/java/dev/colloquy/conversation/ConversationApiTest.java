package dev.colloquy.conversation;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
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
class ConversationApiTest {

  private static final String CONVERSATIONS = "/api/v1/conversations";

  private User ada;
  private User bob;
  private User eve;
  private String workspace;

  @BeforeEach
  void gather() {
    ada = People.gathered().ada();
    bob = People.gathered().bob();
    eve = People.gathered().eve();
    workspace = ada.workspace();
    ada.invite(workspace, bob, "editor");
  }

  private static String path(String conversation) {
    return CONVERSATIONS + "/" + conversation;
  }

  private String started(User starter, String topic, User... others) {
    return starter
        .post(
            CONVERSATIONS,
            Map.of(
                "workspace_id",
                workspace,
                "topic",
                topic,
                "participant_ids",
                List.of(others).stream().map(User::id).toList()))
        .statusCode(201)
        .extract()
        .path("id");
  }

  @Test
  void startsAConversationInTheWorkspaceOfTheBody() {
    ada.post(
            CONVERSATIONS,
            Map.of(
                "workspace_id",
                workspace,
                "topic",
                "Launch",
                "participant_ids",
                List.of(bob.id()),
                "metadata",
                Map.of("a", 1)))
        .statusCode(201)
        .header("ETag", "\"1\"")
        .header("Location", notNullValue())
        .body("topic", equalTo("Launch"))
        .body("modality", equalTo("chat"))
        .body("created_by", equalTo(ada.id()))
        .body("participant_ids", contains(ada.id(), bob.id()))
        .body("status", equalTo("active"))
        .body("message_count", equalTo(0))
        .body("unread_count", equalTo(0))
        .body("forked_from", nullValue())
        .body("metadata.a", equalTo(1))
        .body("version", equalTo(1));
  }

  @Test
  void startsAConversationInTheWorkspaceOfThePathUnderATitle() {
    ada.post("/api/v1/workspaces/" + workspace + "/conversations", Map.of("title", "Launch"))
        .statusCode(201)
        .body("topic", equalTo("Launch"))
        .body("participant_ids", contains(ada.id()));
  }

  @Test
  void tellsEverythingThatIsWrongWithANewOne() {
    ada.post(
            CONVERSATIONS,
            Map.of("workspace_id", workspace, "topic", "a", "title", "b", "colour", "red"))
        .statusCode(422)
        .body("errors.pointer", containsInAnyOrder("/title", "/colour"));
    ada.post(
            CONVERSATIONS,
            Map.of(
                "workspace_id",
                workspace,
                "topic",
                "x",
                "participant_ids",
                List.of(bob.id(), eve.id())))
        .statusCode(422)
        .body("errors.pointer", contains("/participant_ids/1"));
  }

  @Test
  void letsOnlyEditorsOfTheWorkspaceStartOne() {
    ada.invite(workspace, eve, "viewer");
    String foreign = bob.workspace();

    eve.post(CONVERSATIONS, Map.of("workspace_id", workspace, "topic", "x")).statusCode(403);
    eve.post(CONVERSATIONS, Map.of("workspace_id", foreign, "topic", "x")).statusCode(403);
    ada.post(CONVERSATIONS, Map.of("workspace_id", UUID.randomUUID().toString(), "topic", "x"))
        .statusCode(404);
  }

  @Test
  void showsAConversationToItsParticipantsAlone() {
    String id = started(bob, "Private");

    bob.get(path(id)).statusCode(200).body("topic", equalTo("Private"));
    ada.get(path(id)).statusCode(403).body("code", equalTo("ACCESS_DENIED"));
    eve.get(path(id)).statusCode(403);
    bob.get(path(UUID.randomUUID().toString())).statusCode(404);
  }

  @Test
  void includesTheNewestMessagesWhereAskedTo() {
    String id = started(ada, "Talk");
    ada.post(path(id) + "/messages", Map.of("content", "One")).statusCode(201);
    ada.post(path(id) + "/messages", Map.of("content", "Two")).statusCode(201);

    ada.get(path(id) + "?include=messages")
        .statusCode(200)
        .body("message_count", equalTo(2))
        .body("messages.content", contains("One", "Two"));
    ada.get(path(id)).body("messages", nullValue());
    ada.get(path(id) + "?include=everything").statusCode(400);
  }

  @Test
  void listsMineByTheirActivity() {
    String first = started(ada, "First");
    String second = started(ada, "Second");
    ada.post(path(first) + "/messages", Map.of("content", "Hello")).statusCode(201);

    String mine = CONVERSATIONS + "?workspace=" + workspace;
    ada.get(mine).body("items.id", contains(first, second));
    ada.get(mine + "&q=SEC").body("items.id", contains(second));
    ada.get(mine + "&q=%25").body("items", empty());
    String cursor =
        ada.get(mine + "&limit=1").body("items.id", contains(first)).extract().path("next_cursor");
    ada.get(mine + "&limit=1&cursor=" + cursor)
        .body("items.id", contains(second))
        .body("next_cursor", nullValue());
    bob.get(mine + "&limit=1&cursor=" + cursor).statusCode(400);
    ada.get(mine + "&status=deleted").statusCode(400);
  }

  @Test
  void showsTheOwnerOnlyThatForeignOnesExist() {
    String id = started(bob, "Secret plans");
    String list = "/api/v1/workspaces/" + workspace + "/conversations";

    ada.get(list).statusCode(200).body("items", empty());
    ada.get(list + "?all=true")
        .statusCode(200)
        .body("items.id", contains(id))
        .body("items[0].participant_ids", contains(bob.id()))
        .body("items[0].topic", nullValue());
    bob.get(list + "?all=true").statusCode(403);
    bob.get(list).body("items.topic", contains("Secret plans"));
    eve.get(list).statusCode(403);
  }

  @Test
  void renamesWithTheRightVersionOnly() {
    String id = started(ada, "Old", bob);

    bob.patch(path(id), Map.of("topic", "New", "metadata", Map.of("x", true)))
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("topic", equalTo("New"))
        .body("metadata.x", equalTo(true));
    ada.request()
        .header("If-Match", "\"1\"")
        .body(Map.of("topic", "Late"))
        .patch(path(id))
        .then()
        .statusCode(412);
    ada.request().body(Map.of("topic", "Blind")).put(path(id)).then().statusCode(428);
    ada.request()
        .header("If-Match", "\"2\"")
        .body(Map.of("topic", "Put"))
        .put(path(id))
        .then()
        .statusCode(200)
        .body("topic", equalTo("Put"))
        .body("metadata", equalTo(Map.of()));
  }

  @Test
  void archivesRestoresAndDeletes() {
    String id = started(ada, "Done", bob);

    bob.post(path(id) + "/archive").statusCode(200).body("status", equalTo("archived"));
    bob.patch(path(id), Map.of("topic", "x")).statusCode(409).body("code", equalTo("ARCHIVED"));
    bob.post(path(id) + "/messages", Map.of("content", "x")).statusCode(409);
    bob.get(path(id)).statusCode(200);
    bob.post(path(id) + "/restore").statusCode(200).body("status", equalTo("active"));

    bob.delete(path(id)).statusCode(403);
    ada.delete(path(id)).statusCode(204);
    ada.get(path(id)).statusCode(404);
    ada.get(path(id) + "/messages").statusCode(404);
    ada.get(CONVERSATIONS + "?workspace=" + workspace).body("items", empty());
    bob.post(path(id) + "/restore").statusCode(403);
    ada.post(path(id) + "/restore").statusCode(200).body("status", equalTo("active"));
  }

  @Test
  void takesPeopleInAndLetsThemGo() {
    String id = started(ada, "Team");
    String seat = path(id) + "/participants/";

    ada.request().put(seat + eve.id()).then().statusCode(422);
    bob.request().put(seat + bob.id()).then().statusCode(403);
    ada.request().put(seat + bob.id()).then().statusCode(204);
    bob.delete(seat + ada.id()).statusCode(403);
    bob.get(path(id)).body("participant_ids", contains(ada.id(), bob.id()));
    ada.delete(seat + bob.id()).statusCode(204);
    bob.get(path(id)).statusCode(403);
    ada.delete(seat + ada.id()).statusCode(409).body("code", equalTo("LAST_PARTICIPANT"));
  }

  @Test
  void endsTheSeatsOfARemovedMemberAndLetsTheOwnerAdopt() {
    String id = started(bob, "Orphan");
    bob.post(path(id) + "/messages", Map.of("content", "Remember me")).statusCode(201);

    ada.delete("/api/v1/workspaces/" + workspace + "/members/" + bob.id()).statusCode(204);

    bob.get(path(id)).statusCode(403);
    bob.post(path(id) + "/messages", Map.of("content", "Still here?")).statusCode(403);
    ada.get(path(id)).statusCode(403);
    ada.request().put(path(id) + "/participants/" + ada.id()).then().statusCode(204);
    ada.get(path(id) + "/messages").body("items.content", contains("Remember me"));
  }

  @Test
  void closesWithItsWorkspace() {
    String id = started(ada, "Inside");
    ada.post("/api/v1/workspaces/" + workspace + "/archive").statusCode(200);

    ada.patch(path(id), Map.of("topic", "x")).statusCode(409);
    ada.post(path(id) + "/messages", Map.of("content", "x")).statusCode(409);
    ada.get(path(id)).statusCode(200);
    ada.delete("/api/v1/workspaces/" + workspace).statusCode(204);
    ada.get(path(id)).statusCode(404);
    ada.get(CONVERSATIONS + "?workspace=" + workspace).body("items", empty());
    ada.post("/api/v1/workspaces/" + workspace + "/restore").statusCode(200);
    ada.post(path(id) + "/messages", Map.of("content", "Back")).statusCode(201);
  }
}
