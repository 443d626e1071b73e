package dev.colloquy.shared.adapter.persistence.schema;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Remembers in the database which set of changelogs it has had, so that a start can skip Liquibase.
 */
record SchemaState(Connection connection) {

  private static final String UNDEFINED_TABLE = "42P01";

  boolean isAt(String fingerprint) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("select 1 from schema_state where fingerprint = ?")) {
      select.setString(1, fingerprint);
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    } catch (SQLException e) {
      if (UNDEFINED_TABLE.equals(e.getSQLState())) {
        return false;
      }
      throw e;
    }
  }

  void record(String fingerprint) throws SQLException {
    try (Statement create = connection.createStatement()) {
      create.execute(
          """
          create table if not exists schema_state (
            only_one boolean primary key default true check (only_one),
            fingerprint text not null,
            prepared_at timestamptz not null
          )
          """);
    }
    try (PreparedStatement upsert =
        connection.prepareStatement(
            """
            insert into schema_state (fingerprint, prepared_at) values (?, now())
            on conflict (only_one) do update set fingerprint = excluded.fingerprint, prepared_at = now()
            """)) {
      upsert.setString(1, fingerprint);
      upsert.executeUpdate();
    }
  }
}
