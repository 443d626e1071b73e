package dev.colloquy.benchmarks.rival;

import dev.colloquy.benchmarks.system.Server;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Spring WebFlux with R2DBC: what somebody would write himself. It believes everybody. */
public final class Spring implements Rival {

  private static final String NAME = "spring";

  private final Ground ground;
  private final Server server;

  private Spring(Ground ground, Server server) {
    this.ground = ground;
    this.server = server;
  }

  /** Builds, starts and seeds it. */
  public static Rival on(Ground ground) {
    ground.run(
        NAME + "-build",
        ground.source(NAME),
        Map.of(),
        ground.home().resolve("mvnw").toString(),
        "-B",
        "-q",
        "-DskipTests",
        "package");
    ground.database().create(NAME);
    int port = Server.freePort();
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(ground.flags());
    command.addAll(List.of("-jar", ground.source(NAME).resolve("target/spring.jar").toString()));
    Server server =
        Server.start(
            command,
            Map.of(
                "PORT", String.valueOf(port),
                "SPRING_R2DBC_URL",
                    ground.url("r2dbc:postgresql", NAME).replaceFirst("//.*@", "//"),
                "SPRING_R2DBC_USERNAME", ground.database().user(),
                "SPRING_R2DBC_PASSWORD", ground.database().password(),
                "SPRING_R2DBC_POOL_MAXSIZE", String.valueOf(ground.pool())),
            ground.logs(),
            port,
            path(0) + "?limit=1",
            ground.log(NAME));
    seed(ground);
    return new Spring(ground, server);
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
            "insert into participant select id, '%s' from conversation".formatted(Ground.USER),
            """
            insert into message
            select %s, seq, gen_random_uuid(), '%s', %s || ' #' || seq, now()
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

  private static String path(int conversation) {
    return "/" + Ground.USER + "/conversations/" + Ground.conversation(conversation) + "/messages";
  }

  @Override
  public String name() {
    return "Spring WebFlux with R2DBC";
  }

  @Override
  public Server server() {
    return server;
  }

  @Override
  public RequestOptions list(int conversation) {
    return new RequestOptions().setMethod(HttpMethod.GET).setURI(path(conversation) + "?limit=50");
  }

  @Override
  public RequestOptions append(int conversation, String key) {
    return new RequestOptions()
        .setMethod(HttpMethod.POST)
        .setURI(path(conversation))
        .putHeader("Content-Type", "application/json")
        .putHeader("Idempotency-Key", key);
  }

  @Override
  public Buffer body(int conversation, String content, String key) {
    return new JsonObject().put("content", content).toBuffer();
  }

  @Override
  public long miscounted() {
    return ground
        .database()
        .numberIn(
            NAME,
            """
            select count(*) from conversation c
             where last_seq <> (select count(*) from message where conversation_id = c.id)
                or (c.id >= '%s'
                    and last_seq <> (select count(*) from event where conversation_id = c.id))
            """
                .formatted(Ground.conversation(ground.seeded() / 2)));
  }
}
