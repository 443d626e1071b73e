package dev.colloquy.bootstrap.demo;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.PrintStream;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;

/**
 * Signs somebody up and lets him talk, to others and to a model, with streams that are cut and
 * taken up again on the way.
 */
public final class Tour {

  private static final String API = "/api/v1";

  private final Api api;
  private final PrintStream out;
  private int step;

  /**
   * A tour of the application at this address.
   *
   * @param out where each step is told
   */
  public Tour(URI root, PrintStream out) {
    this.api = new Api(root, out);
    this.out = out;
  }

  /** Takes the tour; answers whether every step did what it should. */
  public boolean take() {
    out.println();
    try {
      signUp();
      String conversation = openConversation();
      String seen = talkAndListen(conversation);
      resume(conversation, seen);
      repeat(conversation);
      readBack(conversation);
      answer(conversation);
      out.printf("%nEvery step did what it should.%n%n");
      return true;
    } catch (TourFailed e) {
      out.printf("%nThe tour stopped: %s%n%n", e.getMessage());
      return false;
    }
  }

  private void signUp() {
    tell("Ada signs up and logs in");
    String email = "ada-" + UUID.randomUUID() + "@example.com";
    String password = password();
    JsonObject credentials = new JsonObject().put("email", email).put("password", password);
    api.post(API + "/auth/register", credentials.copy().put("name", "Ada"), 201);
    JsonObject login = api.post(API + "/auth/login", credentials, 200).body();
    api.authenticate(login.getString("access_token"));
  }

  private String openConversation() {
    tell("She opens a workspace and a conversation");
    JsonObject workspace =
        new JsonObject().put("name", "Analytical Engine").put("description", "Notes and plans");
    String id = api.post(API + "/workspaces", workspace, 201).body().getString("id");
    JsonObject conversation = new JsonObject().put("topic", "Bernoulli numbers");
    return api.post(API + "/workspaces/" + id + "/conversations", conversation, 201)
        .body()
        .getString("id");
  }

  private String talkAndListen(String conversation) {
    tell("She listens to the conversation while she posts");
    try (EventStream stream = api.events(path(conversation, "events"), "")) {
      stream.next("connect");
      post(conversation, "Can the engine weave numbers?");
      expect(stream, 1);
      post(conversation, "As the loom weaves flowers.");
      String seen = expect(stream, 2);
      out.println("     … and her connection is cut.");
      return seen;
    }
  }

  private void resume(String conversation, String seen) {
    tell("Two messages later she comes back and has missed nothing");
    post(conversation, "Let us compute the eighth.");
    post(conversation, "Mind the signs.");
    try (EventStream stream = api.events(path(conversation, "events"), seen)) {
      stream.next("connect");
      expect(stream, 3);
      expect(stream, 4);
    }
  }

  private void repeat(String conversation) {
    tell("A message whose answer got lost is sent again, and stands there once");
    String key = UUID.randomUUID().toString();
    JsonObject message = new JsonObject().put("content", "Done?");
    String path = path(conversation, "messages");
    Api.Answer first = api.post(path, message, 201, "Idempotency-Key", key);
    Api.Answer again = api.post(path, message, 201, "Idempotency-Key", key);
    if (!again.replayed() || !first.body().equals(again.body())) {
      throw new TourFailed("The repeated request was not answered as the first.");
    }
  }

  private void readBack(String conversation) {
    tell("All that was said, in order");
    JsonArray items = api.get(path(conversation, "messages")).body().getJsonArray("items");
    for (int i = 0; i < items.size(); i++) {
      JsonObject message = items.getJsonObject(i);
      out.printf("       %d  %s%n", message.getInteger("seq"), message.getString("content"));
      if (message.getInteger("seq") != i + 1) {
        throw new TourFailed("The messages are not numbered without gaps.");
      }
    }
    if (items.size() != 5) {
      throw new TourFailed("There are %d messages and not 5.".formatted(items.size()));
    }
  }

  private void answer(String conversation) {
    Answering answering = new Answering(api, out);
    tell("She asks a model, and is cut off while it speaks");
    String run = answering.askAndLoseTheLine(path(conversation, "runs"));
    tell("It spoke on; another client hears all of it, from the first word");
    answering.hearAllOfIt(run);
  }

  private void post(String conversation, String content) {
    api.post(path(conversation, "messages"), new JsonObject().put("content", content), 201);
  }

  /** The next event must be the message with this number; answers its id in the stream. */
  private static String expect(EventStream stream, int seq) {
    EventStream.Event event = stream.next("message.created");
    int brought = event.data().getJsonObject("data").getInteger("seq");
    if (brought != seq) {
      throw new TourFailed("The stream brought message %d and not %d.".formatted(brought, seq));
    }
    return event.id();
  }

  private void tell(String what) {
    step++;
    out.printf(" %d. %s%n", step, what);
  }

  private static String path(String conversation, String rest) {
    return API + "/conversations/" + conversation + "/" + rest;
  }

  private static String password() {
    byte[] bytes = new byte[18];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().encodeToString(bytes);
  }
}
