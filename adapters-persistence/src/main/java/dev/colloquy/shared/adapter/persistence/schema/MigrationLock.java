package dev.colloquy.shared.adapter.persistence.schema;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * Lets one node at a time migrate.
 *
 * <p>A session's advisory lock dies with its connection and so with its node, which Liquibase's own
 * lock row does not; that row is therefore only ever taken under this lock.
 */
final class MigrationLock {

  /** Any constant serves, as long as no other advisory lock of Colloquy has it. */
  private static final long KEY = 0x436f_6c6c_6f71_7579L;

  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private MigrationLock() {}

  /** Holds until the connection ends. */
  static void acquire(Connection connection, Duration patience) throws SQLException {
    try (Statement timeout = connection.createStatement()) {
      timeout.execute("set lock_timeout = " + patience.toMillis());
    }
    try (PreparedStatement lock = connection.prepareStatement("select pg_advisory_lock(?)")) {
      lock.setLong(1, KEY);
      lock.execute();
    } catch (SQLException e) {
      if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
        throw new DatabaseUnusable(
            "Another node has been migrating the database for longer than %d s: wait for it, then start again."
                .formatted(patience.toSeconds()),
            e);
      }
      throw e;
    }
  }
}
