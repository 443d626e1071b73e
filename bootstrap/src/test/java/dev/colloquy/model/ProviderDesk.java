package dev.colloquy.model;

import dev.colloquy.bootstrap.testing.User;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What an administrator does with providers and models. */
record ProviderDesk(User administrator) {

  static final String PROVIDERS = "/api/v1/admin/providers";
  static final String MODELS = "/api/v1/admin/models";

  /** A body of these fields and values, by turns. */
  static Map<String, Object> body(Object... fields) {
    Map<String, Object> body = new HashMap<>();
    for (int i = 0; i < fields.length; i += 2) {
      body.put((String) fields[i], fields[i + 1]);
    }
    return body;
  }

  ValidatableResponse post(Object... fields) {
    return administrator.post(PROVIDERS, body(fields));
  }

  /** A provider at the server, with its key. */
  String provider(FakeProvider server, Object... more) {
    Map<String, Object> body =
        body(
            "name",
            "Fake " + UUID.randomUUID(),
            "kind",
            "openai_compatible",
            "base_url",
            server.baseUrl(),
            "api_key",
            FakeProvider.KEY);
    body.putAll(body(more));
    return administrator.post(PROVIDERS, body).statusCode(201).extract().path("id");
  }

  /** A provider of the built-in kind. */
  String rehearsal() {
    return post("name", "Rehearsal " + UUID.randomUUID(), "kind", "rehearsal")
        .statusCode(201)
        .extract()
        .path("id");
  }

  /** A model of the provider that answers nobody who does not name it. */
  String model(String provider, Object... more) {
    Map<String, Object> body =
        body(
            "provider_id", provider,
            "name", "fake-" + UUID.randomUUID(),
            "context_window", 8192,
            "max_tokens", 1024,
            "priority", 999_999);
    body.putAll(body(more));
    return administrator.post(MODELS, body).statusCode(201).extract().path("id");
  }

  ValidatableResponse change(String provider, Object... fields) {
    return administrator.patch(PROVIDERS + "/" + provider, body(fields));
  }
}
