package dev.colloquy.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.colloquy.bootstrap.testing.PostgresTestResource;
import dev.colloquy.bootstrap.testing.User;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class SummaryApiTest {

  private User ada;
  private String path;
  private Talk talk;

  @BeforeEach
  void register() {
    ada = User.registered("Ada");
    talk = Talk.of(ada);
    path = "/api/v1/conversations/" + talk.id();
  }

  private void say(String content) {
    ada.post(path + "/messages", Map.of("content", content)).statusCode(201);
  }

  @Test
  void sumsAConversationUp() {
    ada.get(path + "/summary").statusCode(404);
    ada.get(path).body("context_summary", nullValue());
    say("Flour and water");

    String narrative =
        ada.post(path + "/summarize", Map.of())
            .statusCode(200)
            .body("conversation_id", equalTo(talk.id()))
            .body("up_to_seq", equalTo(1))
            .extract()
            .path("narrative");

    assertThat(narrative).isNotBlank();
    ada.get(path + "/summary").statusCode(200).body("narrative", equalTo(narrative));
    ada.get(path).body("context_summary", equalTo(narrative));
    ada.get("/api/v1/conversations").body("items[0].context_summary", equalTo(narrative));
    ada.get("/api/v1/users/me/usage").body("items[0].requests", equalTo(1));
    ada.post(path + "/summarize", Map.of()).statusCode(200);
    ada.get("/api/v1/users/me/usage").body("items[0].requests", equalTo(1));
  }

  @Test
  void refusesToSumUpNothing() {
    ada.post(path + "/summarize", Map.of())
        .statusCode(422)
        .body("code", equalTo("VALIDATION_ERROR"));
  }

  @Test
  void isDoneUnaskedOnceAConversationHasGrownLong() {
    for (int i = 0; i < 20; i++) {
      say("Loaf " + i);
    }
    String run = talk.run("/say Bread.");

    talk.awaitStatus(run, "completed");

    Awaitility.await()
        .untilAsserted(
            () -> ada.get(path + "/summary").statusCode(200).body("up_to_seq", equalTo(22)));
    Awaitility.await().untilAsserted(() -> assertThat(types()).endsWith("conversation.summarized"));
  }

  private List<String> types() {
    return ada.get(path + "/events?limit=200").extract().path("items.type");
  }
}
