package dev.colloquy.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.bootstrap.testing.SseClient;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Somebody with a conversation, who talks to one node of Colloquy over HTTP. */
final class Visitor {

  static final int CREATED = 201;
  static final String PASSWORD = "correct horse battery staple";

  private static final int OK = 200;
  private static final int ACCEPTED = 202;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final String root;
  private final String token;
  private final String conversation;

  private Visitor(String root, String token, String conversation) {
    this.root = root;
    this.token = token;
    this.conversation = conversation;
  }

  /** Signs somebody up, who opens a workspace and a conversation in it. */
  static Visitor at(String root) throws IOException {
    JsonObject credentials =
        new JsonObject()
            .put("email", "ada-" + UUID.randomUUID() + "@example.com")
            .put("password", PASSWORD);
    Visitor stranger = new Visitor(root, "", "");
    stranger.create("/api/v1/auth/register", credentials.copy().put("name", "Ada"));
    Visitor known = loggedIn(stranger, credentials);
    String workspace =
        known.create(
            "/api/v1/workspaces", new JsonObject().put("name", "Engine").put("description", "It"));
    String conversation =
        known.create(
            "/api/v1/workspaces/" + workspace + "/conversations",
            new JsonObject().put("topic", "Test"));
    return new Visitor(root, known.token, conversation);
  }

  /** Somebody who is there already, and has no conversation. */
  static Visitor loggedIn(String root, String email, String password) throws IOException {
    HttpResponse<String> login =
        new Visitor(root, "", "")
            .send(
                "/api/v1/auth/login",
                new JsonObject().put("email", email).put("password", password));
    return new Visitor(root, new JsonObject(login.body()).getString("access_token"), "");
  }

  /** Who administers all nodes on the database. */
  static Visitor administrator(String root) throws IOException {
    JsonObject credentials =
        new JsonObject().put("email", SharedDatabase.ADMINISTRATOR).put("password", PASSWORD);
    return loggedIn(new Visitor(root, "", ""), credentials);
  }

  private static Visitor loggedIn(Visitor stranger, JsonObject credentials) throws IOException {
    HttpResponse<String> login = stranger.send("/api/v1/auth/login", credentials);
    return new Visitor(stranger.root, new JsonObject(login.body()).getString("access_token"), "");
  }

  /** The same person in the same conversation, on another node or after a restart. */
  Visitor movedTo(String another) {
    return new Visitor(another, token, conversation);
  }

  String conversation() {
    return conversation;
  }

  HttpResponse<String> post(String content) throws IOException {
    return send(messages(), new JsonObject().put("content", content));
  }

  /** Whether it was confirmed; it was not, where the server died meanwhile. */
  boolean isPosted(String content) {
    try {
      return post(content).statusCode() == CREATED;
    } catch (IOException e) {
      return false;
    }
  }

  /** Lets the user make so many requests a day. */
  void limit(String user, int requests) throws IOException {
    create(
        "/api/v1/admin/quotas",
        new JsonObject()
            .put("subject", "user")
            .put("subject_id", user)
            .put("metric", "requests")
            .put("period", "day")
            .put("limit", requests));
  }

  String userId() throws IOException {
    return new JsonObject(get("/api/v1/users/me").body()).getString("id");
  }

  /** Asks the model directly, outside all conversations; answers the status. */
  int chat() throws IOException {
    JsonObject message = new JsonObject().put("role", "user").put("content", "/say Bread.");
    return send(
            "/v1/chat/completions",
            new JsonObject()
                .put("model", "rehearsal")
                .put("messages", new JsonArray().add(message)))
        .statusCode();
  }

  /** The runs that were asked for. */
  List<JsonObject> runs() throws IOException {
    JsonArray items = new JsonObject(get("/api/v1/runs").body()).getJsonArray("items");
    return IntStream.range(0, items.size()).mapToObj(items::getJsonObject).toList();
  }

  /** What the ledger says: one line. */
  JsonObject usage() throws IOException {
    HttpResponse<String> answer = get("/api/v1/users/me/usage");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(OK);
    return new JsonObject(answer.body()).getJsonArray("items").getJsonObject(0);
  }

  /** Asks the model, which may use the tools; answers the path of the run. */
  String ask(String question, String... tools) throws IOException {
    HttpResponse<String> answer =
        send(
            "/api/v1/conversations/" + conversation + "/runs",
            new JsonObject().put("input", question).put("tools", List.of(tools)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(ACCEPTED);
    return "/api/v1/runs/" + new JsonObject(answer.body()).getString("id");
  }

  /** All messages in their order. */
  List<JsonObject> kept() throws IOException {
    List<JsonObject> all = new ArrayList<>();
    int after = 0;
    while (true) {
      HttpResponse<String> page = get(messages() + "?limit=100&after=" + after);
      assertThat(page.statusCode()).as(page.body()).isEqualTo(OK);
      JsonArray items = new JsonObject(page.body()).getJsonArray("items");
      if (items.isEmpty()) {
        return all;
      }
      IntStream.range(0, items.size()).mapToObj(items::getJsonObject).forEach(all::add);
      after = all.getLast().getInteger("seq");
    }
  }

  HttpResponse<String> get(String path) throws IOException {
    return exchange(request(path).GET().build());
  }

  /** The conversation's live events. */
  SseClient listen() throws Exception {
    return SseClient.open(events(), "Authorization", "Bearer " + token);
  }

  /** What a run says, live. */
  SseClient listenTo(String run) throws Exception {
    return SseClient.open(URI.create(root + run + "/events"), "Authorization", "Bearer " + token);
  }

  /** The conversation's events after this one. */
  SseClient listenAfter(String id) throws Exception {
    return SseClient.open(events(), "Authorization", "Bearer " + token, "Last-Event-ID", id);
  }

  private String messages() {
    return "/api/v1/conversations/" + conversation + "/messages";
  }

  private URI events() {
    return URI.create(root + "/api/v1/conversations/" + conversation + "/events");
  }

  /** Makes a thing; answers its id. */
  String create(String path, JsonObject body) throws IOException {
    HttpResponse<String> answer = send(path, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(CREATED);
    return new JsonObject(answer.body()).getString("id");
  }

  HttpResponse<String> send(String path, JsonObject body) throws IOException {
    return exchange(request(path).POST(BodyPublishers.ofString(body.encode())).build());
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(root + path))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json");
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  private static HttpResponse<String> exchange(HttpRequest request) throws IOException {
    try {
      return CLIENT.send(request, BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
