package dev.colloquy.bootstrap.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was confirmed survives {@code kill -9}, once; what was not is there once or not at all. */
@Tag("faults")
final class KilledServerTest {

  private static final int MESSAGES = 1000;
  private static final int CONFIRMED_BEFORE_THE_KILL = 200;
  private static final int WRITERS = 16;
  private static final int CREATED = 201;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private String token = "";

  @Test
  void keepsEveryConfirmedMessageOnceWhenKilledAmongAThousand() throws Exception {
    assumeThat(RunningColloquy.JAR).as("the packaged application").exists();
    Set<String> confirmed = ConcurrentHashMap.newKeySet();
    String conversation;
    try (RunningColloquy colloquy = RunningColloquy.on(folder)) {
      conversation = conversation(colloquy.address());

      postAndKill(colloquy, conversation, confirmed);
    }

    try (RunningColloquy again = RunningColloquy.on(folder)) {
      List<JsonObject> kept = messages(again.address(), conversation);
      List<String> contents = kept.stream().map(it -> it.getString("content")).toList();
      assertThat(confirmed).hasSizeBetween(CONFIRMED_BEFORE_THE_KILL, MESSAGES - 1);
      assertThat(contents).containsAll(confirmed).doesNotHaveDuplicates();
      assertThat(kept.stream().map(it -> it.getInteger("seq")))
          .containsExactlyElementsOf(IntStream.rangeClosed(1, kept.size()).boxed().toList());
    }
  }

  private void postAndKill(RunningColloquy colloquy, String conversation, Set<String> confirmed)
      throws InterruptedException {
    CountDownLatch inTheMiddle = new CountDownLatch(CONFIRMED_BEFORE_THE_KILL);
    String root = colloquy.address();
    try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
      for (int i = 0; i < MESSAGES; i++) {
        String content = "message " + i;
        writers.execute(
            () -> {
              if (isCreated(root, conversation, content)) {
                confirmed.add(content);
                inTheMiddle.countDown();
              }
            });
      }
      assertThat(inTheMiddle.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      colloquy.kill();
    }
  }

  private boolean isCreated(String root, String conversation, String content) {
    try {
      String path = root + "/api/v1/conversations/" + conversation + "/messages";
      return send(path, new JsonObject().put("content", content)).statusCode() == CREATED;
    } catch (IOException e) {
      return false; // it died: nothing was confirmed
    }
  }

  /** Signs somebody up, who opens a workspace and a conversation in it. */
  private String conversation(String root) throws IOException {
    String api = root + "/api/v1";
    JsonObject credentials =
        new JsonObject()
            .put("email", "ada@example.com")
            .put("password", "correct horse battery staple");
    created(api + "/auth/register", credentials.copy().put("name", "Ada"));
    HttpResponse<String> login = send(api + "/auth/login", credentials);
    token = new JsonObject(login.body()).getString("access_token");
    String workspace =
        created(
            api + "/workspaces", new JsonObject().put("name", "Engine").put("description", "Test"));
    return created(
        api + "/workspaces/" + workspace + "/conversations", new JsonObject().put("topic", "Test"));
  }

  private String created(String uri, JsonObject body) throws IOException {
    HttpResponse<String> answer = send(uri, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(CREATED);
    return new JsonObject(answer.body()).getString("id");
  }

  private List<JsonObject> messages(String root, String conversation) throws IOException {
    List<JsonObject> all = new ArrayList<>();
    int after = 0;
    while (true) {
      String path = "/api/v1/conversations/%s/messages?limit=100&after=%d";
      JsonObject page = get(root + path.formatted(conversation, after));
      JsonArray items = page.getJsonArray("items");
      if (items.isEmpty()) {
        return all;
      }
      List<JsonObject> read =
          IntStream.range(0, items.size())
              .mapToObj(items::getJsonObject)
              .collect(Collectors.toList());
      all.addAll(read);
      after = read.getLast().getInteger("seq");
    }
  }

  private JsonObject get(String uri) throws IOException {
    HttpResponse<String> answer = exchange(request(uri).GET().build());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return new JsonObject(answer.body());
  }

  private HttpResponse<String> send(String uri, JsonObject body) throws IOException {
    return exchange(request(uri).POST(BodyPublishers.ofString(body.encode())).build());
  }

  private HttpRequest.Builder request(String uri) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(uri))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json");
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  private HttpResponse<String> exchange(HttpRequest request) throws IOException {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
