package dev.colloquy.packaged;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import org.postgresql.Driver;

/** A conversation whose row is locked, so that whoever posts waits for as long as a test likes. */
final class HeldConversation implements AutoCloseable {

  private static final int PORT_LINE = 3;

  private final Connection connection;

  private HeldConversation(Connection connection) {
    this.connection = connection;
  }

  static HeldConversation of(Visitor visitor, Path dataDirectory) throws IOException, SQLException {
    Connection connection = connect(dataDirectory.resolve("postgres"));
    connection.setAutoCommit(false);
    try (PreparedStatement lock =
        connection.prepareStatement(
            "select 1 from conversation_head where conversation_id = ? for update")) {
      lock.setObject(1, UUID.fromString(visitor.conversation()));
      lock.executeQuery().close();
    }
    return new HeldConversation(connection);
  }

  void awaitSomebodyWaiting() {
    await().until(this::isAwaited);
  }

  void letGo() throws SQLException {
    connection.rollback();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private boolean isAwaited() throws SQLException {
    try (PreparedStatement waiting =
            connection.prepareStatement(
                "select count(*) from pg_stat_activity where wait_event_type = 'Lock'");
        ResultSet count = waiting.executeQuery()) {
      return count.next() && count.getInt(1) > 0;
    }
  }

  private static Connection connect(Path postgres) throws IOException, SQLException {
    List<String> notes = Files.readAllLines(postgres.resolve("data/postmaster.pid"));
    Properties credentials = new Properties();
    credentials.setProperty("user", "colloquy");
    credentials.setProperty("password", Files.readString(postgres.resolve("password")).strip());
    String url = "jdbc:postgresql://127.0.0.1:%s/postgres".formatted(notes.get(PORT_LINE));
    return Objects.requireNonNull(new Driver().connect(url, credentials));
  }
}
