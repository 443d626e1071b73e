package dev.colloquy.usage;

import dev.colloquy.bootstrap.testing.Administrator;
import dev.colloquy.bootstrap.testing.User;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;

/** What an administrator lets somebody use. */
record Limits(User root) {

  static final String QUOTAS = "/api/v1/admin/quotas";

  static Limits ofRoot() {
    return new Limits(Administrator.loggedIn());
  }

  ValidatableResponse set(String subject, String id, String metric, Number limit) {
    return root.post(
        QUOTAS,
        Map.of(
            "subject", subject,
            "subject_id", id,
            "metric", metric,
            "period", "month",
            "limit", limit));
  }

  /** The id of a quota of a user. */
  String of(User user, String metric, Number limit) {
    return set("user", user.id(), metric, limit).statusCode(201).extract().path("id");
  }

  void allow(String quota, Number limit) {
    Map<String, Object> change = new HashMap<>();
    change.put("limit", limit);
    root.patch(QUOTAS + "/" + quota, change).statusCode(200);
  }

  /** How the quota stands for the user. */
  static JsonPath standing(User user, String quota) {
    return user.get("/api/v1/users/me/quota")
        .statusCode(200)
        .extract()
        .jsonPath()
        .setRootPath("items.find { it.id == '" + quota + "' }");
  }
}
