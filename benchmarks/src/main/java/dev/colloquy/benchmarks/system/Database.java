package dev.colloquy.benchmarks.system;

import dev.colloquy.bootstrap.postgres.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The embedded PostgreSQL, as durable as the product has it, able to count statements. */
public final class Database implements AutoCloseable {

  private final EmbeddedPostgres postgres;

  private Database(EmbeddedPostgres postgres) {
    this.postgres = postgres;
  }

  /** Starts a fresh one below the folder. */
  public static Database start(Path folder) {
    try (EmbeddedPostgres first = EmbeddedPostgres.start(folder, folder, Database::say)) {
      new Database(first)
          .update(
              "alter system set shared_preload_libraries = 'pg_stat_statements'",
              // it counts when asked to, and costs nothing before
              "alter system set pg_stat_statements.track = 'none'");
    }
    Database database = new Database(EmbeddedPostgres.start(folder, folder, Database::say));
    database.update("create extension pg_stat_statements");
    return database;
  }

  public String host() {
    return postgres.host();
  }

  public int port() {
    return postgres.port();
  }

  public String user() {
    return postgres.user();
  }

  public String password() {
    return postgres.password();
  }

  public String name() {
    return postgres.database();
  }

  /** As the product's configuration takes it. */
  public String url() {
    return "postgresql://%s:%s@%s:%d/%s?sslmode=disable"
        .formatted(user(), password(), host(), port(), name());
  }

  /** Runs the statements, each in a transaction of its own. */
  public void update(String... statements) {
    updateIn(name(), statements);
  }

  /** The query's rows, all columns as text. */
  public List<List<String>> query(String query) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(query)) {
      List<List<String>> rows = new ArrayList<>();
      while (found.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
          row.add(String.valueOf(found.getString(i)));
        }
        rows.add(row);
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The query's one number. */
  public long number(String query) {
    return Long.parseLong(query(query).getFirst().getFirst());
  }

  /** Makes one more database, or an empty one again, on the same server. */
  public void create(String name) {
    update("drop database if exists " + name + " with (force)", "create database " + name);
  }

  /** Runs the statements in another database. */
  public void updateIn(String name, String... statements) {
    try (Connection connection = connect(name);
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A query's one number, in another database. */
  public long numberIn(String name, String query) {
    try (Connection connection = connect(name);
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(query)) {
      found.next();
      return found.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    postgres.close();
  }

  private Connection connect() throws SQLException {
    return connect(name());
  }

  private Connection connect(String name) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://%s:%d/%s".formatted(host(), port(), name), user(), password());
  }

  private static void say(String what) {
    System.out.println(what);
  }
}
