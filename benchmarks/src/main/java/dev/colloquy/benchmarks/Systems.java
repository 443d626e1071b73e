package dev.colloquy.benchmarks;

import dev.colloquy.benchmarks.system.Database;
import dev.colloquy.benchmarks.system.Java;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The product's nodes and the reference, all on one database. */
final class Systems implements AutoCloseable {

  private static final String SECRET =
      Base64.getEncoder()
          .encodeToString(new byte[32]); // protects nothing but a throw-away database

  private final Path home;
  private final Path folder;
  private final Database database;
  private final Java product;
  private final Java reference;

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

  Java product() {
    return product;
  }

  Java reference() {
    return reference;
  }

  private Java startReference() {
    int port = Java.freePort();
    return Java.start(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            "dev.colloquy.benchmarks.reference.ReferenceServer",
            String.valueOf(port),
            String.valueOf(database.port()),
            String.valueOf(Options.DATABASE_CONNECTIONS)),
        Map.of(
            "PGUSER", database.user(),
            "PGPASSWORD", database.password(),
            "PGDATABASE", database.name()),
        port,
        "/",
        folder.resolve("reference.log"));
  }

  /** One more node of the product. */
  Java node(String name) {
    int port = Java.freePort();
    return Java.start(
        List.of("-jar", home.resolve("bootstrap/target/quarkus-app/quarkus-run.jar").toString()),
        Map.of(
            "COLLOQUY_HTTP_PORT", String.valueOf(port),
            "COLLOQUY_DATA_DIR", folder.resolve(name).toString(),
            "COLLOQUY_DATABASE_URL", database.url(),
            "COLLOQUY_SECRET_KEY", SECRET),
        port,
        "/q/health/ready",
        folder.resolve(name + ".log"));
  }

  /** Waits until the feed has caught up, so that nobody's backlog is another's load. */
  void settle() {
    long deadline = System.nanoTime() + 20_000_000_000L;
    while (database.number("select count(*) from outbox") > 0 && System.nanoTime() < deadline) {
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  @Override
  public void close() {
    product.close();
    reference.close();
    database.close();
  }
}
