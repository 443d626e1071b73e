package dev.colloquy.run;

import dev.colloquy.bootstrap.testing.SseClient;
import dev.colloquy.bootstrap.testing.User;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** A conversation of somebody's in which models answer. */
record Talk(User user, String id) {

  static Talk of(User user) {
    String id =
        user.post(
                "/api/v1/conversations",
                Map.of("workspace_id", user.workspace(), "topic", "Rehearsing"))
            .statusCode(201)
            .extract()
            .path("id");
    return new Talk(user, id);
  }

  ValidatableResponse ask(String input, Object... more) {
    Map<String, Object> body = new HashMap<>(Map.of("input", input));
    for (int i = 0; i < more.length; i += 2) {
      body.put((String) more[i], more[i + 1]);
    }
    return user.post("/api/v1/conversations/" + id + "/runs", body);
  }

  /** The id of a run that was taken on. */
  String run(String input, Object... more) {
    return ask(input, more).statusCode(202).extract().path("id");
  }

  JsonPath state(String run) {
    return user.get("/api/v1/runs/" + run).statusCode(200).extract().jsonPath();
  }

  JsonPath awaitStatus(String run, String status) {
    Awaitility.await("the run to be " + status)
        .until(() -> state(run).getString("status"), status::equals);
    return state(run);
  }

  List<Map<String, Object>> messages() {
    return user.get("/api/v1/conversations/" + id + "/messages")
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("items");
  }

  SseClient stream(String run, String... headers) throws Exception {
    String[] all = new String[headers.length + 2];
    all[0] = "Authorization";
    all[1] = "Bearer " + user.token();
    System.arraycopy(headers, 0, all, 2, headers.length);
    return SseClient.open("/api/v1/runs/" + run + "/events", all);
  }

  /** What the stream's deltas say together. */
  static String text(List<SseClient.Frame> frames) {
    return frames.stream()
        .filter(frame -> frame.event().equals("run.delta"))
        .map(frame -> JsonPath.from(frame.data()).getString("content"))
        .collect(Collectors.joining());
  }
}
