package dev.colloquy.benchmarks.rival;

import dev.colloquy.benchmarks.system.Server;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Parse Server, whose cloud code does what the product does with a message. */
public final class ParseServer implements Rival {

  private static final String NAME = "parse";
  private static final String APPLICATION = "benchmark"; // as server.mjs has it

  private final Ground ground;
  private final Server server;
  private final String session;

  private ParseServer(Ground ground, Server server, String session) {
    this.ground = ground;
    this.server = server;
    this.session = session;
  }

  /** Installs, starts and seeds it. */
  public static Rival on(Ground ground) {
    Path folder = ground.installed(NAME);
    ground.database().create(NAME);
    int port = Server.freePort();
    Server server =
        Server.start(
            List.of("node", "server.mjs"),
            Map.of(
                "PORT", String.valueOf(port),
                "MASTER_KEY", ground.database().password(),
                "DATABASE_URI", ground.url("postgres", NAME) + "?max=" + ground.pool()),
            folder,
            port,
            "/",
            ground.log(NAME));
    JsonObject user = signUp(port);
    seed(ground, user.getString("objectId"));
    return new ParseServer(ground, server, user.getString("sessionToken"));
  }

  private static JsonObject signUp(int port) {
    JsonObject user = new JsonObject().put("username", "ada").put("password", "a-benchmark's");
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/parse/users"))
            .header("X-Parse-Application-Id", APPLICATION)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(user.encode()))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return new JsonObject(client.send(request, BodyHandlers.ofString()).body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void seed(Ground ground, String user) {
    ground
        .database()
        .updateIn(
            NAME,
            """
            insert into "Conversation" ("objectId", "createdAt", "updatedAt", "lastSeq", _rperm, _wperm)
            select 'c' || lpad(n::text, 9, '0'), now(), now(), case when n < %d then %d else 0 end,
                   array['%s'], array['%s']
              from generate_series(0, %d) n
            """
                .formatted(ground.seeded() / 2, ground.messages(), user, user, ground.seeded() - 1),
            """
            insert into "Message" ("objectId", "createdAt", "updatedAt", conversation, seq, content,
              sender, _rperm, _wperm)
            select 'm' || lpad((n * %3$d + seq)::text, 9, '0'), now(), now(),
                   'c' || lpad(n::text, 9, '0'), seq, %1$s || ' #' || seq, '%2$s', array['%2$s'],
                   array['%2$s']
              from generate_series(0, %4$d) n, generate_series(1, %3$d) seq
            """
                .formatted(ground.literal(), user, ground.messages(), ground.seeded() / 2 - 1),
            "vacuum analyze");
  }

  private static String conversation(int number) {
    return "c%09d".formatted(number);
  }

  private static JsonObject pointer(int conversation) {
    return new JsonObject()
        .put("__type", "Pointer")
        .put("className", "Conversation")
        .put("objectId", conversation(conversation));
  }

  @Override
  public String name() {
    return "Parse Server";
  }

  @Override
  public Server server() {
    return server;
  }

  @Override
  public RequestOptions list(int conversation) {
    String where = new JsonObject().put("conversation", pointer(conversation)).encode();
    return request(
        HttpMethod.GET,
        "?order=-seq&limit=50&where=" + URLEncoder.encode(where, StandardCharsets.UTF_8));
  }

  @Override
  public RequestOptions append(int conversation, String key) {
    return request(HttpMethod.POST, "")
        .putHeader("Content-Type", "application/json")
        .putHeader("X-Parse-Request-Id", key);
  }

  private RequestOptions request(HttpMethod method, String query) {
    return new RequestOptions()
        .setMethod(method)
        .setURI("/parse/classes/Message" + query)
        .putHeader("X-Parse-Application-Id", APPLICATION)
        .putHeader("X-Parse-Session-Token", session);
  }

  @Override
  public Buffer body(int conversation, String content, String key) {
    return new JsonObject()
        .put("conversation", pointer(conversation))
        .put("content", content)
        .toBuffer();
  }

  @Override
  public long miscounted() {
    return ground
        .database()
        .numberIn(
            NAME,
            """
            select count(*) from "Conversation" c
             where "lastSeq" <> (select count(*) from "Message" where conversation = c."objectId")
                or (c."objectId" >= '%s' and "lastSeq" <>
                    (select count(*) from "Event" where conversation = c."objectId"))
            """
                .formatted(conversation(ground.seeded() / 2)));
  }
}
