package dev.colloquy.benchmarks.rival;

import dev.colloquy.benchmarks.system.Server;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Directus, whose hook does what the product does with a message. */
public final class Directus implements Rival {

  private static final String NAME = "directus";
  private static final String TOKEN = "the-token-of-a-member"; // as schema.sql has it
  private static final String CLI = "node_modules/directus/cli.js";

  private final Ground ground;
  private final Server server;

  private Directus(Ground ground, Server server) {
    this.ground = ground;
    this.server = server;
  }

  /** Installs, starts and seeds it. */
  public static Rival on(Ground ground) {
    Path folder = ground.installed(NAME);
    ground.database().create(NAME);
    int port = Server.freePort();
    Map<String, String> settings = settings(ground, port);
    ground.run(NAME + "-bootstrap", folder, settings, "node", CLI, "bootstrap");
    try {
      ground.database().updateIn(NAME, Files.readString(folder.resolve("schema.sql")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    seed(ground);
    Server server =
        Server.start(
            List.of("node", CLI, "start"),
            settings,
            folder,
            port,
            "/server/ping",
            ground.log(NAME));
    return new Directus(ground, server);
  }

  private static Map<String, String> settings(Ground ground, int port) {
    Map<String, String> all = new HashMap<>();
    all.put("HOST", "127.0.0.1");
    all.put("PORT", String.valueOf(port));
    all.put("DB_CLIENT", "pg");
    all.put("DB_CONNECTION_STRING", ground.url("postgres", NAME));
    all.put("DB_POOL__MIN", "0");
    all.put("DB_POOL__MAX", String.valueOf(ground.pool()));
    all.put("SECRET", "0".repeat(32));
    all.put("ADMIN_EMAIL", "admin@example.org");
    all.put("ADMIN_PASSWORD", ground.database().password());
    all.put("LOG_LEVEL", "warn");
    all.put("TELEMETRY", "false");
    all.put("RATE_LIMITER_ENABLED", "false");
    // full load is what is measured, and not what it refuses then
    all.put("PRESSURE_LIMITER_ENABLED", "false");
    all.put("CACHE_ENABLED", "false");
    return all;
  }

  private static void seed(Ground ground) {
    ground
        .database()
        .updateIn(
            NAME,
            """
            insert into conversation
            select %s, case when n < %d then %d else 0 end, now() from generate_series(0, %d) n
            """
                .formatted(
                    Ground.conversationSql(),
                    ground.seeded() / 2,
                    ground.messages(),
                    ground.seeded() - 1),
            """
            insert into participant (conversation, "user") select id, '%s' from conversation
            """
                .formatted(Ground.USER),
            """
            insert into message (conversation, seq, sender, content, sent_at)
            select %s, seq, '%s', %s || ' #' || seq, now()
              from generate_series(0, %d) n, generate_series(1, %d) seq
            """
                .formatted(
                    Ground.conversationSql(),
                    Ground.USER,
                    ground.literal(),
                    ground.seeded() / 2 - 1,
                    ground.messages()),
            "vacuum analyze");
  }

  @Override
  public String name() {
    return "Directus";
  }

  @Override
  public Server server() {
    return server;
  }

  @Override
  public RequestOptions list(int conversation) {
    return request(
        HttpMethod.GET,
        "?filter%5Bconversation%5D%5B_eq%5D="
            + Ground.conversation(conversation)
            + "&sort=-seq&limit=50");
  }

  @Override
  public RequestOptions append(int conversation, String key) {
    return request(HttpMethod.POST, "").putHeader("Content-Type", "application/json");
  }

  private static RequestOptions request(HttpMethod method, String query) {
    return new RequestOptions()
        .setMethod(method)
        .setURI("/items/message" + query)
        .putHeader("Authorization", "Bearer " + TOKEN);
  }

  @Override
  public Buffer body(int conversation, String content, String key) {
    return new JsonObject()
        .put("conversation", Ground.conversation(conversation))
        .put("content", content)
        .put("key", key)
        .toBuffer();
  }

  @Override
  public long miscounted() {
    return ground
        .database()
        .numberIn(
            NAME,
            """
            select count(*) from conversation c
             where last_seq <> (select count(*) from message where conversation = c.id)
                or (c.id >= '%s'
                    and last_seq <> (select count(*) from event where conversation = c.id))
            """
                .formatted(Ground.conversation(ground.seeded() / 2)));
  }
}
