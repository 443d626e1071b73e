package dev.colloquy.packaged;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** A conversation whose row is locked, so that whoever posts waits for as long as a test likes. */
final class HeldConversation implements AutoCloseable {

  private final Connection connection;

  private HeldConversation(Connection connection) {
    this.connection = connection;
  }

  static HeldConversation of(Visitor visitor, Path dataDirectory) throws IOException, SQLException {
    Connection connection = Embedded.in(dataDirectory).connect();
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
}
