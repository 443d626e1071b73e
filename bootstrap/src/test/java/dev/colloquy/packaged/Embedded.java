package dev.colloquy.packaged;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.postgresql.Driver;

/**
 * The database of a running Colloquy, as an operator finds it in the data directory.
 *
 * @param server the server's process
 */
record Embedded(ProcessHandle server, String port, String password) {

  private static final String USER = "colloquy";
  private static final int PORT_LINE = 3;

  static Embedded in(Path dataDirectory) throws IOException {
    Path postgres = dataDirectory.resolve("postgres");
    List<String> notes = Files.readAllLines(postgres.resolve("data/postmaster.pid"));
    return new Embedded(
        ProcessHandle.of(Long.parseLong(notes.getFirst().strip())).orElseThrow(),
        notes.get(PORT_LINE).strip(),
        Files.readString(postgres.resolve("password")).strip());
  }

  /** As {@code COLLOQUY_DATABASE_URL} has it. */
  String url() {
    return "postgresql://%s:%s@127.0.0.1:%s/postgres".formatted(USER, password, port);
  }

  Connection connect() throws SQLException {
    Properties credentials = new Properties();
    credentials.setProperty("user", USER);
    credentials.setProperty("password", password);
    String url = "jdbc:postgresql://127.0.0.1:%s/postgres".formatted(port);
    return Objects.requireNonNull(new Driver().connect(url, credentials));
  }
}
