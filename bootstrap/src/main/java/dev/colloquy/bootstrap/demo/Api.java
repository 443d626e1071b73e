package dev.colloquy.bootstrap.demo;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Talks to the application as any client would, and shows what it says. */
final class Api {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI root;
  private final PrintStream out;
  private String token = "";

  Api(URI root, PrintStream out) {
    this.root = root;
    this.out = out;
  }

  /** An answer's body and what the tour looks at in its headers. */
  record Answer(JsonObject body, boolean replayed) {}

  void authenticate(String accessToken) {
    this.token = accessToken;
  }

  Answer post(String path, JsonObject body, int expected, String... headers) {
    return send("POST", path, body.encode(), expected, headers);
  }

  Answer get(String path) {
    return send("GET", path, "", 200);
  }

  /** Opens a stream of events; resumes after the event with this id unless that is empty. */
  EventStream events(String path, String lastEventId) {
    HttpRequest.Builder request = request(path).header("Accept", "text/event-stream");
    if (!lastEventId.isEmpty()) {
      request.header("Last-Event-ID", lastEventId);
    }
    var answer = exchange(request.GET().build(), BodyHandlers.ofInputStream());
    show("GET", path, answer.statusCode());
    expect(200, answer.statusCode(), path, "");
    return new EventStream(answer.body(), out);
  }

  private Answer send(String method, String path, String body, int expected, String... headers) {
    HttpRequest.Builder request =
        request(path)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    HttpResponse<String> answer = exchange(request.build(), BodyHandlers.ofString());
    show(method, path, answer.statusCode());
    expect(expected, answer.statusCode(), path, answer.body());
    return new Answer(
        answer.body().isEmpty() ? new JsonObject() : new JsonObject(answer.body()),
        answer.headers().firstValue("Idempotency-Replayed").isPresent());
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(root.resolve(path));
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  private <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> body) {
    try {
      return client.send(request, body);
    } catch (IOException e) {
      throw new TourFailed("No answer to %s %s: %s".formatted(request.method(), request.uri(), e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TourFailed("The tour was interrupted.");
    }
  }

  private void show(String method, String path, int status) {
    out.printf("     %s %s → %d%n", method, path, status);
  }

  private static void expect(int expected, int status, String path, String body) {
    if (status != expected) {
      throw new TourFailed("%s answered %d and not %d: %s".formatted(path, status, expected, body));
    }
  }
}
