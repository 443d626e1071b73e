package dev.colloquy.shared.adapter.persistence.schema;

import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.postgresql.Driver;

/** Opens the one JDBC connection of the preparation, and says in plain words why it could not. */
final class Connector {

  private static final Duration PAUSE = Duration.ofMillis(250);

  private final DatabaseAccess access;
  private final Duration patience;
  private final Consumer<String> progress;

  /**
   * @param progress hears once that the server is waited for
   */
  Connector(DatabaseAccess access, Duration patience, Consumer<String> progress) {
    this.access = access;
    this.patience = patience;
    this.progress = progress;
  }

  /** Waits, for as long as patience lasts, for a server that is not up yet. */
  Connection connect() {
    long deadline = System.nanoTime() + patience.toNanos();
    boolean told = false;
    while (true) {
      try {
        return Objects.requireNonNull(new Driver().connect(access.jdbcUrl(), access.properties()));
      } catch (SQLException e) {
        if (!mayComeUp(e) || System.nanoTime() > deadline) {
          throw refused(e);
        }
        if (!told) {
          told = true;
          progress.accept("Waiting for the database at " + access.shown());
        }
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }

  /**
   * Class 08: no connection; 57P03: the server is starting; 53300: all its connections are taken.
   */
  private static boolean mayComeUp(SQLException e) {
    return state(e).startsWith("08") || state(e).equals("57P03") || state(e).equals("53300");
  }

  private DatabaseUnusable refused(SQLException e) {
    String address = access.shown();
    String sentence =
        switch (state(e)) {
          case "28P01", "28000" ->
              "The database at %s refused user %s (%s): check user and password in COLLOQUY_DATABASE_URL."
                  .formatted(address, access.user(), firstLine(e));
          case "3D000" ->
              "The database at %s does not exist: create it, or correct COLLOQUY_DATABASE_URL."
                  .formatted(address);
          case "53300" ->
              "The database at %s has no connection left: raise its max_connections or end other clients."
                  .formatted(address);
          default ->
              "The database at %s cannot be reached (%s): start it, or correct COLLOQUY_DATABASE_URL."
                  .formatted(address, firstLine(e));
        };
    return new DatabaseUnusable(sentence, e);
  }

  private static String state(SQLException e) {
    return Objects.requireNonNullElse(e.getSQLState(), "");
  }

  private static String firstLine(SQLException e) {
    if (e.getCause() instanceof UnknownHostException unknown) {
      return "unknown host " + unknown.getMessage();
    }
    String message = Objects.requireNonNullElse(e.getMessage(), "no reason given");
    return message.lines().findFirst().orElse(message).replaceFirst("\\.$", "");
  }
}
