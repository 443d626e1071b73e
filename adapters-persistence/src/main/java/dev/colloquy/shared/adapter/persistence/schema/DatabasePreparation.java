package dev.colloquy.shared.adapter.persistence.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Makes sure, before anything else uses the database, that it is there, is recent enough and has
 * the schema of this build.
 *
 * <p>It blocks; {@code main} and the tests' resource call it before the application starts. Calling
 * it again is harmless: where the schema is current, one query says so and Liquibase is not loaded.
 */
public final class DatabasePreparation {

  private static final int OLDEST_POSTGRESQL = 15;

  private final Connector connector;
  private final Changelogs changelogs;
  private final Duration patience;

  /**
   * @param patience how long a database that does not answer yet is waited for, and how long
   *     another node's migration is
   * @param progress hears that it is waited for
   */
  public DatabasePreparation(DatabaseAccess access, Duration patience, Consumer<String> progress) {
    this.connector = new Connector(access, patience, progress);
    this.changelogs = Changelogs.ofThisBuild();
    this.patience = patience;
  }

  /** What was found or done. */
  public enum Outcome {
    CURRENT,
    MIGRATED
  }

  /**
   * Brings the schema up to date, unless it is.
   *
   * @throws DatabaseUnusable when there is no such database, it refuses us, is too old, or holds
   *     the schema of a newer build
   */
  public Outcome prepare() {
    try (Connection connection = connector.connect()) {
      refuseOldServer(connection);
      SchemaState state = new SchemaState(connection);
      String wanted = changelogs.fingerprint();
      if (state.isAt(wanted)) {
        return Outcome.CURRENT;
      }
      return migrate(connection, state, wanted);
    } catch (SQLException e) {
      throw new DatabaseUnusable(
          "The database refused to be prepared (%s); see its log, then start again."
              .formatted(e.getMessage()),
          e);
    }
  }

  private Outcome migrate(Connection connection, SchemaState state, String wanted)
      throws SQLException {
    MigrationLock.acquire(connection, patience);
    if (state.isAt(wanted)) { // another node was faster
      return Outcome.CURRENT;
    }
    new Migration(connection, changelogs).run();
    connection.setAutoCommit(true); // Liquibase leaves it off, and what follows would be lost
    state.record(wanted);
    return Outcome.MIGRATED;
  }

  private static void refuseOldServer(Connection connection) throws SQLException {
    int version = connection.getMetaData().getDatabaseMajorVersion();
    if (version < OLDEST_POSTGRESQL) {
      throw new DatabaseUnusable(
          "The database is PostgreSQL %d, and Colloquy needs %d or newer: upgrade it or set COLLOQUY_DATABASE_URL to another."
              .formatted(version, OLDEST_POSTGRESQL),
          null);
    }
  }
}
