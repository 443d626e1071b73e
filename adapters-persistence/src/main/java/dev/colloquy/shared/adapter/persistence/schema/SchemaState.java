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

  boolean isAt(String fingerprint) throws SQLException {
    if (!isKept()) {
      return false;
    }
    try (PreparedStatement select =
        connection.prepareStatement("select 1 from schema_state where fingerprint = ?")) {
      select.setString(1, fingerprint);
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  private boolean isKept() throws SQLException {
    try (Statement select = connection.createStatement();
        ResultSet row = select.executeQuery("select to_regclass('schema_state') is not null")) {
      return row.next() && row.getBoolean(1);
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
