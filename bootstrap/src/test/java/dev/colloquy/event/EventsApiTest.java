package dev.colloquy.event;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import dev.colloquy.bootstrap.testing.PostgresTestResource;
import dev.colloquy.bootstrap.testing.SseClient;
import dev.colloquy.bootstrap.testing.SseClient.Frame;
import dev.colloquy.bootstrap.testing.User;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventsApiTest {

  private User ada;
  private User bob;
  private String workspace;

  // once, for registering too often is refused
  @BeforeEach
  void openAWorkspace() {
    if (ada == null) {
      ada = User.registered("Ada");
      bob = User.registered("Bob");
    }
    workspace = ada.workspace();
  }

  @Test
  void showsWhatHappenedAsAPage() {
    describe("First");
    awaitInPage(ada, "workspace.updated");

    ada.get("/api/v1/workspaces/" + workspace + "/events?types=workspace.created,workspace.updated")
        .statusCode(200)
        .contentType(containsString("application/json"))
        .body("items.type", contains("workspace.created", "workspace.updated"))
        .body("items.workspace_id", everyItem(equalTo(workspace)))
        .body("items[1].position", greaterThan(0))
        .body("items[1].version", equalTo(1))
        .body("items[1].occurred_at", matchesPattern("\\d{4}-\\d\\d-\\d\\dT[\\d:]{8}\\.\\d{6}Z"))
        .body("items[1].actor.type", equalTo("person"))
        .body("items[1].actor.id", equalTo(ada.id()))
        .body("items[1].conversation_id", equalTo(null))
        .body("items[1].subject.type", equalTo("workspace"))
        .body("items[1].subject.id", equalTo(workspace))
        .body("items[1].data.description", equalTo("First"))
        .body("items[1]", not(hasItem("audience")));
  }

  @Test
  void goesThroughTheFeedPageByPage() {
    describe("Second");
    describe("Third");
    awaitInPage(ada, "workspace.updated");
    String path = "/api/v1/workspaces/" + workspace + "/events?types=workspace.updated&limit=1";

    JsonPath first = ada.get(path).statusCode(200).extract().jsonPath();

    await()
        .untilAsserted(
            () ->
                ada.get(path + "&after=" + first.getLong("next_after"))
                    .statusCode(200)
                    .body("items.data.description", contains("Third")));
    assertThat(first.getList("items.data.description")).containsExactly("Second");
    assertThat(first.getLong("head")).isGreaterThanOrEqualTo(first.getLong("next_after"));
  }

  @Test
  void streamsWhatHappensAndResumesAfterWhatWasSeen() throws Exception {
    String path = "/api/v1/workspaces/" + workspace + "/events";
    Frame seen;
    try (SseClient stream = SseClient.open(path, bearer(ada))) {
      Frame connect = stream.awaitEvent("connect");
      describe("Second");
      seen = stream.awaitEvent("workspace.updated");

      assertThat(stream.status()).isEqualTo(200);
      assertThat(stream.header("Content-Type")).contains("text/event-stream");
      assertThat(stream.header("Cache-Control")).contains("no-store");
      assertThat(connect.data()).isEqualTo("{\"position\":" + connect.id() + "}");
      assertThat(JsonPath.from(seen.data()).getLong("position")).hasToString(seen.id());
      assertThat(JsonPath.from(seen.data()).getString("data.description")).isEqualTo("Second");
    }
    describe("Third");
    describe("Fourth");

    String[] resume = {"Authorization", "Bearer " + ada.token(), "Last-Event-ID", seen.id()};
    // Last-Event-ID wins
    try (SseClient stream = SseClient.open(path + "?after=0", resume)) {
      await()
          .untilAsserted(() -> assertThat(descriptions(stream)).containsExactly("Third", "Fourth"));
    }
    try (SseClient stream =
        SseClient.open("/api/v1/events?types=workspace.updated&after=" + seen.id(), bearer(ada))) {
      await()
          .untilAsserted(() -> assertThat(descriptions(stream)).containsExactly("Third", "Fourth"));
    }
  }

  @Test
  void tellsOfAGapBeyondTheHead() throws Exception {
    try (SseClient stream = SseClient.open("/api/v1/events?after=999999999999", bearer(ada))) {
      Frame gap = stream.awaitEvent("gap");

      assertThat(JsonPath.from(gap.data()).getLong("to")).isEqualTo(999_999_999_999L);
      assertThat(JsonPath.from(gap.data()).getLong("from")).isEqualTo(Long.parseLong(gap.id()) + 1);
    }
  }

  @Test
  void theOutputStreamIsLiveWhateverIsAccepted() throws Exception {
    try (SseClient stream =
        SseClient.open(
            "/api/v1/output/stream",
            "Authorization",
            "Bearer " + ada.token(),
            "Accept",
            "application/json")) {
      stream.awaitEvent("connect");
      describe("Second");

      assertThat(stream.awaitEvent("workspace.updated").data()).contains("Second");
    }
    given()
        .header("Authorization", "Bearer " + ada.token())
        .post("/api/v1/output/stream")
        .then()
        .statusCode(405)
        .header("Allow", equalTo("GET"))
        .body("code", equalTo("METHOD_NOT_ALLOWED"));
  }

  @Test
  void heartbeatsSayHowFarTheFeedWasLookedThrough() throws Exception {
    try (SseClient stream = SseClient.open("/api/v1/events", bearer(bob))) {
      long begun = Long.parseLong(stream.awaitEvent("connect").id());
      describe("Not Bob's to see");

      Frame heartbeat =
          await()
              .atMost(Duration.ofSeconds(40))
              .until(() -> heartbeatBeyond(begun, stream), Optional::isPresent)
              .orElseThrow();

      assertThat(heartbeat.data()).isEqualTo("{\"position\":" + heartbeat.id() + "}");
    }
  }

  @Test
  void aTicketOpensOneStreamAndNothingElse() throws Exception {
    String ticket =
        ada.post("/api/v1/events/tickets")
            .statusCode(201)
            .body("expires_in", equalTo(30))
            .extract()
            .path("ticket");

    given().get("/api/v1/events?ticket=" + ticket).then().statusCode(401);
    try (SseClient stream = SseClient.open("/api/v1/events?ticket=" + ticket)) {
      assertThat(stream.status()).isEqualTo(200);
      stream.awaitEvent("connect");
      describe("Second");
      stream.awaitEvent("workspace.updated");
    }
    try (SseClient again = SseClient.open("/api/v1/events?ticket=" + ticket)) {
      assertThat(again.status()).isEqualTo(401);
    }
    try (SseClient invented = SseClient.open("/api/v1/output/stream?ticket=invented")) {
      assertThat(invented.status()).isEqualTo(401);
    }
  }

  @Test
  void takesNoTokenFromAUrl() throws Exception {
    for (String name : List.of("access_token", "token", "ticket", "Authorization")) {
      try (SseClient stream = SseClient.open("/api/v1/events?" + name + "=" + ada.token())) {
        assertThat(stream.status()).isEqualTo(401);
      }
    }
  }

  @Test
  void refusesStrangersAndUnknownPlacesAlikeForPagesAndStreams() throws Exception {
    String unknown = "/api/v1/workspaces/" + UUID.randomUUID() + "/events";
    String foreign = "/api/v1/workspaces/" + workspace + "/events";

    bob.get(foreign).statusCode(403).body("code", equalTo("ACCESS_DENIED"));
    bob.get(unknown).statusCode(404).body("code", equalTo("NOT_FOUND"));
    bob.get("/api/v1/conversations/" + UUID.randomUUID() + "/events").statusCode(404);
    given().get(foreign).then().statusCode(401);
    for (Map.Entry<String, Integer> each :
        Map.of(foreign, 403, unknown, 404, "/api/v1/conversations/no-id/events", 404).entrySet()) {
      try (SseClient stream = SseClient.open(each.getKey(), bearer(bob))) {
        assertThat(stream.status()).isEqualTo(each.getValue());
        assertThat(stream.header("Content-Type").orElse("")).contains("application/problem+json");
      }
    }
  }

  @Test
  void refusesMalformedParameters() throws Exception {
    for (String query :
        List.of("after=-1", "after=x", "types=UPPER", "workspace_id=1", "conversation_id=x")) {
      ada.get("/api/v1/events?" + query).statusCode(400).body("code", equalTo("MALFORMED_REQUEST"));
      try (SseClient stream = SseClient.open("/api/v1/events?" + query, bearer(ada))) {
        assertThat(stream.status()).isEqualTo(400);
      }
    }
    ada.get("/api/v1/events?limit=201").statusCode(400);
    ada.get("/api/v1/events?limit=0").statusCode(400);
  }

  @Test
  void streamsOfARemovedMemberEndAndTellNothingMore() throws Exception {
    ada.invite(workspace, bob, "editor");
    try (SseClient place =
            SseClient.open("/api/v1/workspaces/" + workspace + "/events", bearer(bob));
        SseClient all = SseClient.open("/api/v1/events", bearer(bob))) {
      place.awaitEvent("connect");
      all.awaitEvent("connect");
      ada.delete("/api/v1/workspaces/" + workspace + "/members/" + bob.id()).statusCode(204);
      describe("Without Bob");
      awaitInPage(ada, "workspace.updated");

      await().atMost(Duration.ofSeconds(5)).until(place::hasEnded);
      assertThat(place.frames()).extracting(Frame::data).noneMatch(it -> it.contains("Without"));
      assertThat(all.frames()).extracting(Frame::data).noneMatch(it -> it.contains("Without"));
      assertThat(all.hasEnded()).isFalse();
    }
  }

  @Test
  void tellsParticipantsOfMessagesUntilTheyAreRemoved() throws Exception {
    ada.invite(workspace, bob, "viewer");
    String conversation =
        ada.post(
                "/api/v1/workspaces/" + workspace + "/conversations",
                Map.of("topic", "Engines", "participant_ids", List.of(bob.id())))
            .statusCode(201)
            .extract()
            .path("id");
    String path = "/api/v1/conversations/" + conversation;
    try (SseClient place = SseClient.open(path + "/events", bearer(bob));
        SseClient all = SseClient.open("/api/v1/events", bearer(bob))) {
      place.awaitEvent("connect");
      all.awaitEvent("connect");
      ada.post(path + "/messages", Map.of("content", "Shall we begin?")).statusCode(201);

      assertThat(
              JsonPath.from(place.awaitEvent("message.created").data()).getString("data.content"))
          .isEqualTo("Shall we begin?");

      ada.delete(path + "/participants/" + bob.id()).statusCode(204);
      ada.post(path + "/messages", Map.of("content", "He has left")).statusCode(201);
      await()
          .untilAsserted(
              () -> ada.get(path + "/events").body("items.data.content", hasItem("He has left")));

      await().atMost(Duration.ofSeconds(5)).until(place::hasEnded);
      assertThat(all.frames()).extracting(Frame::data).noneMatch(it -> it.contains("He has"));
      bob.get(path + "/events").statusCode(403);
    }
  }

  @Test
  void streamsEndWithTheirLoginSession() throws Exception {
    User leaving = User.registered("Eve");
    try (SseClient stream = SseClient.open("/api/v1/events", bearer(leaving))) {
      stream.awaitEvent("connect");

      leaving.post("/api/v1/auth/logout").statusCode(204);

      await().atMost(Duration.ofSeconds(5)).until(stream::hasEnded);
    }
  }

  private void describe(String text) {
    ada.patch("/api/v1/workspaces/" + workspace, Map.of("description", text)).statusCode(200);
  }

  /** The first one may come before the node has looked at the newest event. */
  private static Optional<Frame> heartbeatBeyond(long position, SseClient stream) {
    return stream.frames().stream()
        .filter(it -> it.event().equals("heartbeat"))
        .filter(it -> Long.parseLong(it.id()) > position)
        .findFirst();
  }

  private void awaitInPage(User user, String type) {
    await()
        .untilAsserted(
            () ->
                user.get("/api/v1/workspaces/" + workspace + "/events")
                    .body("items.type", hasItem(type)));
  }

  private static String[] bearer(User user) {
    return new String[] {"Authorization", "Bearer " + user.token()};
  }

  private static List<String> descriptions(SseClient stream) {
    return stream.frames().stream()
        .filter(frame -> frame.event().equals("workspace.updated"))
        .map(frame -> JsonPath.from(frame.data()).getString("data.description"))
        .toList();
  }
}
