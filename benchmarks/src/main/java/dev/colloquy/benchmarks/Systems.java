package dev.colloquy.benchmarks;

import dev.colloquy.benchmarks.system.Database;
import dev.colloquy.benchmarks.system.Server;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The product and the reference, all on one database. */
final class Systems implements AutoCloseable {

  private static final String SECRET =
      Base64.getEncoder()
          .encodeToString(new byte[32]); // protects nothing but a throw-away database

  private final Path home;
  private final Path folder;
  private final Database database;
  private Server product;
  private final Server reference;

  private Systems(Path home, Path folder, Database database) {
    this.home = home;
    this.folder = folder;
    this.database = database;
    this.product = node("node-1");
    this.reference = startReference();
  }

  static Systems start(Path home, Path folder) {
    Database database = Database.start(folder.resolve("postgres"));
    Runtime.getRuntime().addShutdownHook(new Thread(database::close));
    return new Systems(home, folder, database);
  }

  Database database() {
    return database;
  }

  Server product() {
    return product;
  }

  Server reference() {
    return reference;
  }

  /** Lets the product begin anew, with nothing of what the measurements before have left in it. */
  Server restart() {
    product.close();
    product = node("node-1");
    return product;
  }

  private Server startReference() {
    int port = Server.freePort();
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(FLAGS);
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            "dev.colloquy.benchmarks.reference.ReferenceServer",
            String.valueOf(port),
            String.valueOf(database.port()),
            String.valueOf(Options.DATABASE_CONNECTIONS)));
    return Server.start(
        command,
        Map.of(
            "PGUSER", database.user(),
            "PGPASSWORD", database.password(),
            "PGDATABASE", database.name()),
        folder,
        port,
        "/",
        folder.resolve("reference.log"));
  }

  /** Of {@code ./colloquy start}; servers that are compared with it have the same. */
  static final List<String> FLAGS =
      List.of(
          "-XX:+UseCompactObjectHeaders",
          "-XX:+UseParallelGC",
          "-XX:InitialRAMPercentage=0.3",
          "-XX:MaxNewSize=512m",
          "-XX:MaxRAMPercentage=50",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  /** One more node of the product. */
  Server node(String name) {
    return node(name, Map.of());
  }

  /** One more node of the product, with these settings too. */
  Server node(String name, Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(Map.of("COLLOQUY_DATABASE_URL", database.url()));
    all.putAll(settings);
    return alone(name, all);
  }

  /** The product with these settings alone, in a data directory of this name. */
  Server alone(String name, Map<String, String> settings) {
    int port = Server.freePort();
    Map<String, String> all = new HashMap<>(settings);
    all.put("COLLOQUY_HTTP_PORT", String.valueOf(port));
    all.put("COLLOQUY_DATA_DIR", folder.resolve(name).toString());
    all.put("COLLOQUY_SECRET_KEY", SECRET);
    all.put("BUILT", "yes");
    all.merge("JAVA_OPTS", System.getProperty("bench.server.flags", ""), (a, b) -> a + " " + b);
    return Server.start(
        List.of(home.resolve("colloquy").toString(), "start"),
        all,
        folder,
        port,
        "/q/health/ready",
        folder.resolve(name + ".log"));
  }

  /** Waits until the feed has caught up, so that nobody's backlog is another's load. */
  void settle() {
    long deadline = System.nanoTime() + 20_000_000_000L;
    while (database.number("select count(*) from outbox") > 0 && System.nanoTime() < deadline) {
      Pause.millis(50);
    }
  }

  @Override
  public void close() {
    product.close();
    reference.close();
    database.close();
  }
}
