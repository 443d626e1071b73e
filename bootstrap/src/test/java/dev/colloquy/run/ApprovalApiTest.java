package dev.colloquy.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.colloquy.bootstrap.testing.PostgresTestResource;
import dev.colloquy.bootstrap.testing.SseClient;
import dev.colloquy.bootstrap.testing.User;
import dev.colloquy.shared.adapter.persistence.Sql;
import dev.colloquy.shared.testkit.Stages;
import dev.colloquy.tool.LetterTool;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs that wait for somebody's word, on the running application. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class ApprovalApiTest {

  private static final String APPROVALS = "/api/v1/approvals";

  @Inject LetterTool letters;
  @Inject Sql sql;

  private User ada;
  private Talk talk;
  private String to;

  @BeforeEach
  void begin() {
    ada = User.registered("Ada");
    talk = Talk.of(ada);
    to = UUID.randomUUID().toString();
  }

  /** A run that wants to send a letter. */
  private String waiting() {
    String run =
        talk.run(
            "/say I write.\n/tool send_letter {\"to\": \"" + to + "\"}\n/say {result}",
            "tools",
            List.of("send_letter"));
    talk.awaitStatus(run, "waiting_approval");
    return run;
  }

  private String approval() {
    return ada.get(APPROVALS)
        .statusCode(200)
        .body("items", hasSize(1))
        .extract()
        .path("items[0].id");
  }

  private ValidatableResponse decide(User who, String approval, String decision) {
    return who.post(APPROVALS + "/" + approval + "/" + decision);
  }

  private String answer() {
    return (String) talk.messages().getLast().get("content");
  }

  @Test
  void doesWhatIsAllowed() throws Exception {
    String run = waiting();
    ada.get(APPROVALS)
        .body("items[0].run_id", equalTo(run))
        .body("items[0].tool", equalTo("send_letter"))
        .body("items[0].arguments", equalTo("{\"to\": \"" + to + "\"}"))
        .body("items[0].status", equalTo("pending"));
    try (SseClient stream = talk.stream(run)) {
      stream.awaitEvent("run.approval.requested");
      assertThat(letters.sent()).doesNotContain(to);

      decide(ada, approval(), "approve")
          .statusCode(200)
          .body("status", equalTo("approved"))
          .body("decided_by", equalTo(ada.id()));

      stream.awaitEvent("run.completed");
      assertThat(stream.frames())
          .extracting(SseClient.Frame::event)
          .containsSubsequence(
              "run.approval.requested",
              "run.restarted",
              "run.approval.resolved",
              "run.tool_call.started",
              "run.tool_call.completed",
              "run.completed");
    }
    assertThat(letters.sent()).containsOnlyOnce(to);
    assertThat(answer()).isEqualTo("I write.\n\nSent to " + to + ".");
    ada.get(APPROVALS).body("items", empty());
  }

  @Test
  void doesNotWhatIsDenied() {
    String run = waiting();

    decide(ada, approval(), "deny").statusCode(200).body("status", equalTo("denied"));

    talk.awaitStatus(run, "completed");
    assertThat(letters.sent()).doesNotContain(to);
    assertThat(answer()).contains("denied");
  }

  @Test
  void takesSilenceForANo() {
    String run = waiting();
    String approval = approval();

    Stages.valueOf(
        sql.alone(
            "update approval set expires_at = now() - interval '1 second' where id = $1",
            Tuple.of(UUID.fromString(approval))));

    talk.awaitStatus(run, "completed");
    assertThat(letters.sent()).doesNotContain(to);
    assertThat(answer()).contains("in time");
    decide(ada, approval, "approve").statusCode(409).body("code", equalTo("APPROVAL_NOT_PENDING"));
  }

  @Test
  void isCalledOffWhileItWaits() {
    String run = waiting();
    String approval = approval();

    ada.post("/api/v1/runs/" + run + "/cancel").statusCode(202);

    talk.awaitStatus(run, "cancelled");
    assertThat(answer()).isEqualTo("I write.");
    ada.get(APPROVALS).body("items", empty());
    decide(ada, approval, "approve").statusCode(409);
    assertThat(letters.sent()).doesNotContain(to);
  }

  @Test
  void keepsItsPlaceInTheConversationWhileItWaits() {
    String run = waiting();

    talk.ask("And then?").statusCode(409).body("run_id", equalTo(run));
    String next = talk.run("/say Then this.", "on_conflict", "queue");
    decide(ada, approval(), "deny").statusCode(200);

    talk.awaitStatus(next, "completed");
    talk.awaitStatus(run, "completed");
  }

  @Test
  void isDecidedOnceAndByNoStranger() {
    waiting();
    String approval = approval();
    User stranger = User.registered("Sam");

    stranger.get(APPROVALS).statusCode(200).body("items", empty());
    decide(stranger, approval, "approve").statusCode(403);
    decide(ada, UUID.randomUUID().toString(), "approve").statusCode(404);
    decide(ada, "none", "approve").statusCode(404);
    decide(ada, approval, "deny").statusCode(200);
    decide(ada, approval, "approve").statusCode(409);
  }

  @Test
  void showsThatAToolHasToBeAllowed() {
    ada.get("/api/v1/tools/send_letter").body("requires_approval", equalTo(true));
    ada.post("/api/v1/tools/send_letter/invoke", Map.of("arguments", Map.of("to", to)))
        .statusCode(200);
    assertThat(letters.sent()).containsOnlyOnce(to);
  }
}
