package dev.colloquy.packaged;

import dev.colloquy.bootstrap.postgres.EmbeddedPostgres;
import dev.colloquy.bootstrap.testing.PostgresTestResource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** A PostgreSQL that several nodes of Colloquy use, none of which has started it. */
final class SharedDatabase implements AutoCloseable {

  static final String ADMINISTRATOR = "root@example.com";

  private final Path folder;
  private final EmbeddedPostgres postgres;

  private SharedDatabase(Path folder, EmbeddedPostgres postgres) {
    this.folder = folder;
    this.postgres = postgres;
  }

  static SharedDatabase in(Path folder) throws IOException {
    return new SharedDatabase(
        folder,
        EmbeddedPostgres.start(
            PostgresTestResource.BINARIES, folder.resolve("postgres"), line -> {}));
  }

  /** A node on it, which is starting. */
  RunningColloquy node(String name) throws IOException {
    return node(name, Map.of());
  }

  /** The same with more settings. */
  RunningColloquy node(String name, Map<String, String> more) throws IOException {
    Map<String, String> settings = new HashMap<>(more);
    settings.put(
        "COLLOQUY_DATABASE_URL",
        "postgresql://%s:%s@%s:%d/%s"
            .formatted(
                postgres.user(),
                postgres.password(),
                postgres.host(),
                postgres.port(),
                postgres.database()));
    settings.put("COLLOQUY_SECRET_KEY", Base64.getEncoder().encodeToString(new byte[32]));
    settings.put("COLLOQUY_ADMIN_EMAIL", ADMINISTRATOR);
    settings.put("COLLOQUY_ADMIN_PASSWORD", Visitor.PASSWORD);
    return RunningColloquy.starting(folder.resolve(name), settings);
  }

  @Override
  public void close() {
    postgres.close();
  }
}
