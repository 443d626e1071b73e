package dev.colloquy.bootstrap.start;

import dev.colloquy.bootstrap.postgres.EmbeddedPostgres;
import dev.colloquy.bootstrap.postgres.EmbeddedPostgresException;
import dev.colloquy.bootstrap.settings.DatabaseUrl;
import dev.colloquy.bootstrap.settings.Settings;
import dev.colloquy.shared.adapter.persistence.schema.DatabaseAccess;
import dev.colloquy.shared.adapter.persistence.schema.DatabasePreparation;
import dev.colloquy.shared.adapter.persistence.schema.DatabaseUnusable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What the application stands on: the data directory, the key and a prepared database. It is laid
 * before the application starts and taken away after it has stopped.
 */
public final class Foundation implements AutoCloseable {

  private static final Duration DATABASE_PATIENCE = Duration.ofSeconds(20);

  private final DataDirectory directory;
  private final Optional<EmbeddedPostgres> embedded;
  private final Map<String, String> properties;

  private Foundation(
      DataDirectory directory,
      Optional<EmbeddedPostgres> embedded,
      Map<String, String> properties) {
    this.directory = directory;
    this.embedded = embedded;
    this.properties = properties;
  }

  /**
   * Lays all that the application stands on.
   *
   * @throws StartRefused leaving nothing running and nothing locked
   */
  public static Foundation lay(Settings settings, Console console) {
    DataDirectory directory = DataDirectory.open(settings.dataDirectory());
    try {
      Ports.requireFree(settings.httpHost(), settings.port());
      String secretKey = secretKey(settings);
      return settings
          .database()
          .map(url -> on(url, Optional.empty(), directory, settings, secretKey, console))
          .orElseGet(() -> onEmbedded(directory, settings, secretKey, console));
    } catch (EmbeddedPostgresException | DatabaseUnusable e) {
      directory.close();
      throw new StartRefused(String.valueOf(e.getMessage()), e);
    } catch (RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  private static Foundation onEmbedded(
      DataDirectory directory, Settings settings, String secretKey, Console console) {
    Path folder = postgres(settings.dataDirectory());
    EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, folder, console::say);
    try {
      return on(urlOf(postgres), Optional.of(postgres), directory, settings, secretKey, console);
    } catch (RuntimeException e) {
      postgres.close();
      throw e;
    }
  }

  private static Foundation on(
      DatabaseUrl database,
      Optional<EmbeddedPostgres> embedded,
      DataDirectory directory,
      Settings settings,
      String secretKey,
      Console console) {
    prepare(database, console);
    return new Foundation(directory, embedded, QuarkusProperties.of(settings, database, secretKey));
  }

  /** For the application's configuration. */
  public Map<String, String> properties() {
    return properties;
  }

  /** Stops the embedded database, then lets the data directory go. */
  @Override
  public void close() {
    embedded.ifPresent(EmbeddedPostgres::close);
    directory.close();
  }

  private static String secretKey(Settings settings) {
    return settings
        .secretKey()
        .orElseGet(
            () ->
                SecretKeyFile.in(settings.dataDirectory())
                    .readOrMake(EmbeddedPostgres.existsIn(postgres(settings.dataDirectory()))));
  }

  private static Path postgres(Path dataDirectory) {
    return dataDirectory.resolve("postgres");
  }

  /** How to reach the embedded database. */
  public static DatabaseUrl urlOf(EmbeddedPostgres postgres) {
    return new DatabaseUrl(
        postgres.host(),
        postgres.port(),
        postgres.database(),
        postgres.user(),
        postgres.password(),
        Map.of("sslmode", "disable"));
  }

  private static void prepare(DatabaseUrl database, Console console) {
    DatabaseAccess access =
        new DatabaseAccess(database.jdbcUrl(), database.user(), database.password());
    switch (new DatabasePreparation(access, DATABASE_PATIENCE, console::say).prepare()) {
      case CURRENT -> {}
      case MIGRATED -> console.say("The database's schema has been brought up to date");
    }
  }
}
