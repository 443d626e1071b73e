package dev.colloquy.benchmarks;

import dev.colloquy.benchmarks.ceiling.Workload;
import dev.colloquy.benchmarks.system.Database;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Who and what is there: two people, made by the API, who share conversations, made by SQL, whose
 * ids a script can compute. What is listed is never appended to, so that its pages stay the same.
 *
 * @param writer posts and reads
 * @param listener follows what the writer posts
 */
record World(Person writer, Person listener, int deepMessages) {

  static final int LISTED = 256;
  static final int APPENDED = 256;
  static final int MESSAGES = 200;

  /** Where a million messages are, and where a hundred. */
  static final int DEEP = 900;

  static final int SHALLOW = 901;

  /** What crowds follow. */
  static final int CROWDED = 902;

  private static final int READERS = 8;
  private static final String WORKSPACE = "0199b000-0000-7000-8000-000000000000";

  /** The number of the first that is appended to. */
  static final int FIRST_APPENDED = LISTED;

  /** The number of the first in which models answer; nobody else speaks there. */
  private static final int FIRST_TALK = 1_000;

  static final String ID_PREFIX = "0199c000-0000-7000-8000-";
  private static final long ID_BASE = 100_000_000_000L;
  private static final String PASSWORD = "a-benchmark's-" + UUID.randomUUID();

  /** Somebody and his access token. */
  record Person(UUID id, String token) {}

  /** The id of the conversation with this number. */
  static UUID conversation(int number) {
    return UUID.fromString(ID_PREFIX + (ID_BASE + number));
  }

  /** A conversation for models: there are a thousand. */
  static UUID talk(int number) {
    return conversation(FIRST_TALK + number);
  }

  /** A statement on the conversations of its kind. */
  Workload workload(Workload.Kind kind, String sql) {
    boolean list = kind == Workload.Kind.LIST;
    return new Workload(
        kind, sql, writer.id(), list ? 0 : FIRST_APPENDED, list ? LISTED : APPENDED);
  }

  /** Asks a model at this path; answers the path of the run. */
  String ask(int port, String path, JsonObject body) {
    return "/api/v1/runs/" + post(port, path, body, 202, writer.token()).getString("id");
  }

  /** The last part of the ids of conversations, as SQL computes it. */
  static long idBase() {
    return ID_BASE;
  }

  /** About 200 characters, as people write them. */
  static final String CONTENT =
      "The engine weaves algebraic patterns just as the loom weaves flowers and leaves; whether it"
          + " originates anything is another question, and one worth a longer answer than there is"
          + " room for in these notes.";

  static World make(Database database, int port, int deepMessages) {
    UUID writer = register(port, "ada");
    UUID listener = register(port, "bob");
    seed(database, writer, listener, deepMessages);
    return new World(
        new Person(writer, login(port, "ada")),
        new Person(listener, login(port, "bob")),
        deepMessages);
  }

  /** With fresh tokens. */
  World again(int port) {
    return new World(
        new Person(writer.id(), login(port, "ada")),
        new Person(listener.id(), login(port, "bob")),
        deepMessages);
  }

  /**
   * Tokens of those whose streams a crowd opens; they have part in the crowded conversation alone.
   */
  List<String> readers(Database database, int port) {
    List<String> names = IntStream.range(0, READERS).mapToObj(World::reader).toList();
    if (database.number(
            "select count(*) from participant where conversation_id = '%s'"
                .formatted(conversation(CROWDED)))
        < READERS) {
      names.forEach(name -> admit(database, register(port, name)));
    }
    return names.stream().map(name -> login(port, name)).toList();
  }

  private static String reader(int number) {
    return "reader-" + number % READERS;
  }

  /** What somebody of the crowd logs in with; another with each number. */
  static JsonObject readersCredentials(int number) {
    return credentials(reader(number));
  }

  private static void admit(Database database, UUID reader) {
    database.update(
        "insert into workspace_member values ('%s', '%s', 'editor', now())"
            .formatted(WORKSPACE, reader),
        "insert into participant select '%s', '%s', '%s', now(), 0"
            .formatted(conversation(CROWDED), reader, WORKSPACE));
  }

  private static UUID register(int port, String name) {
    JsonObject body = credentials(name).put("name", name.toUpperCase(Locale.ROOT));
    return UUID.fromString(post(port, "/api/v1/auth/register", body, 201).getString("id"));
  }

  private static String login(int port, String name) {
    return post(port, "/api/v1/auth/login", credentials(name), 200).getString("access_token");
  }

  private static JsonObject credentials(String name) {
    return new JsonObject().put("email", name + "@example.com").put("password", PASSWORD);
  }

  private static JsonObject post(int port, String path, JsonObject body, int expected) {
    return post(port, path, body, expected, "");
  }

  private static JsonObject post(
      int port, String path, JsonObject body, int expected, String token) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    if (!token.isEmpty()) {
      builder.header("Authorization", "Bearer " + token);
    }
    HttpRequest request =
        builder
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.encode()))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != expected) {
        throw new IllegalStateException(
            "%s answered %d: %s".formatted(path, answer.statusCode(), answer.body()));
      }
      return new JsonObject(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void seed(Database database, UUID writer, UUID listener, int deepMessages) {
    String conversations =
        "select ('%s' || (%d + n))::uuid as id, n from generate_series(0, 1999) n"
            .formatted(ID_PREFIX, ID_BASE);
    database.update(
        """
        with made as (
          insert into workspace values ('%1$s', '%2$s', 'Benchmark', 'Measured', 'general',
            'active', '{}', '{}', now(), now(), null, 1))
        insert into workspace_member values ('%1$s', '%2$s', 'owner', now()),
          ('%1$s', '%3$s', 'editor', now())
        """
            .formatted(WORKSPACE, writer, listener),
        """
        insert into conversation (id, workspace_id, created_by, topic, modality, metadata, status,
          created_at, updated_at, version)
        select id, '%s', '%s', 'Talk ' || n, 'text', '{}', 'active', now(), now(), 1 from (%s) c
        """
            .formatted(WORKSPACE, writer, conversations),
        """
        insert into conversation_head
        select id, 0, 0, now(), true from (%s) c
        """
            .formatted(conversations),
        """
        insert into participant
        select id, p, '%s', now(), 0 from (%s) c, unnest(array['%s', '%s']::uuid[]) p
        """
            .formatted(WORKSPACE, conversations, writer, listener),
        // a million rows are indexed faster at once than one by one
        "drop index message_words",
        messages(writer, "n < " + LISTED, MESSAGES),
        messages(writer, "n = " + SHALLOW, 100),
        messages(writer, "n = " + DEEP, deepMessages),
        """
        create index message_words on message
          using gin (to_tsvector('simple', left(coalesce(content, ''), 100000)))
        """,
        "vacuum (analyze)",
        "checkpoint");
  }

  private static String messages(UUID sender, String where, int count) {
    return """
    with said as (
      insert into message (conversation_id, seq, id, sender, sender_id, role, content, "timestamp",
        metadata, version)
      select ('%1$s' || (%2$d + n))::uuid, seq, uuidv7(), 'user', '%3$s', 'user',
        '%4$s #' || seq, now(), '{}', 1
      from generate_series(0, 999) n, generate_series(1, %5$d) seq where %6$s)
    update conversation_head set last_seq = %5$d, message_count = %5$d
    where conversation_id in (
      select ('%1$s' || (%2$d + n))::uuid from generate_series(0, 999) n where %6$s)
    """
        .formatted(ID_PREFIX, ID_BASE, sender, CONTENT.replace("'", "''"), count, where);
  }

  static int anyListed(Random random) {
    return random.nextInt(LISTED);
  }

  static int anyAppended(Random random) {
    return FIRST_APPENDED + random.nextInt(APPENDED);
  }
}
