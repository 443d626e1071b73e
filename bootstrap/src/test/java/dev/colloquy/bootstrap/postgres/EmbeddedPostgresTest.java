package dev.colloquy.bootstrap.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.colloquy.bootstrap.testing.PostgresTestResource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.Driver;

final class EmbeddedPostgresTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  /** Who may nevertheless read the class path, wherever it lies. Only root can become another. */
  private static final List<String> AS_A_PLAIN_USER =
      List.of(
          "setpriv",
          "--reuid=65534",
          "--regid=65534",
          "--clear-groups",
          "--inh-caps=+dac_override",
          "--ambient-caps=+dac_override");

  @TempDir Path folder;

  @Test
  void isDurableAndListensToThisMachineAlone() throws SQLException {
    try (EmbeddedPostgres postgres = start()) {
      assertThat(value(postgres, "show fsync")).isEqualTo("on");
      assertThat(value(postgres, "show synchronous_commit")).isEqualTo("on");
      assertThat(value(postgres, "show data_checksums")).isEqualTo("on");
      assertThat(value(postgres, "show listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(value(postgres, "show unix_socket_directories")).isEmpty();
      assertThat(value(postgres, "select lower('ÄÖÜ')")).isEqualTo("äöü");
    }
  }

  @Test
  void opensForItsPasswordOnlyWhichNobodyElseCanRead() throws IOException {
    try (EmbeddedPostgres postgres = start()) {
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(() -> connect(postgres, "guessed").close())
          .satisfies(refused -> assertThat(refused.getSQLState()).isEqualTo("28P01"));
    }

    assertThat(Files.getPosixFilePermissions(folder.resolve("password")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void keepsItsDataOverARestart() throws SQLException {
    try (EmbeddedPostgres postgres = start()) {
      execute(postgres, "create table kept as select 42 as answer");
    }

    try (EmbeddedPostgres again = start()) {
      assertThat(value(again, "select answer from kept")).isEqualTo("42");
    }
  }

  @Test
  void isRestartedOnItsPortWhenItDies() throws SQLException {
    try (EmbeddedPostgres postgres = start()) {
      execute(postgres, "create table kept as select 42 as answer");
      long killed = postgres.pid();

      ProcessHandle.of(killed).orElseThrow().destroyForcibly();

      await()
          .atMost(SOON)
          .ignoreExceptions()
          .untilAsserted(
              () -> assertThat(value(postgres, "select answer from kept")).isEqualTo("42"));
      assertThat(postgres.pid()).isNotEqualTo(killed);
    }
  }

  @Test
  void stopsWhenClosed() {
    EmbeddedPostgres postgres = start();
    ProcessHandle server = ProcessHandle.of(postgres.pid()).orElseThrow();

    postgres.close();
    postgres.close();

    assertThat(server.isAlive()).isFalse();
    assertThat(folder.resolve("data/postmaster.pid")).doesNotExist();
  }

  @Test
  void outlivesTheDeathOfItsJvmAsDataAndNotAsAProcess() throws Exception {
    Process jvm = jvm(List.of());
    long server = firstNumber(jvm);

    jvm.destroyForcibly().waitFor();

    await().atMost(SOON).until(() -> ProcessHandle.of(server).isEmpty());
    try (EmbeddedPostgres again = start()) {
      assertThat(value(again, "select answer from kept")).isEqualTo("42");
    }
  }

  @Test
  void runsForWhoeverIsNotRoot() throws Exception {
    assumeThat(Commands.succeeds(Commands.prefixed(AS_A_PLAIN_USER, List.of("true")))).isTrue();

    Process jvm = jvm(AS_A_PLAIN_USER);

    assertThat(firstNumber(jvm)).isPositive();
    jvm.destroyForcibly().waitFor();
  }

  @Test
  void replacesAServerThatOutlivedItsColloquy() throws Exception {
    start().close();
    ServerProcess orphan = orphan();

    try (EmbeddedPostgres fresh = start()) {
      assertThat(ProcessHandle.of(orphan.pid())).isEmpty();
      assertThat(fresh.pid()).isNotEqualTo(orphan.pid());
    }
  }

  @Test
  void startsOverAfterAnInterruptedUnpackingOrInitialisation() throws Exception {
    Files.createDirectories(folder.resolve("data.partial/half"));

    try (EmbeddedPostgres postgres = start()) {
      assertThat(value(postgres, "select 1")).isEqualTo("1");
    }

    assertThat(folder.resolve("data.partial")).doesNotExist();
  }

  @Test
  void refusesTheDataOfAnotherMajorVersion() throws IOException {
    start().close();
    Files.writeString(folder.resolve("data/PG_VERSION"), "17\n");

    assertThatExceptionOfType(EmbeddedPostgresException.class)
        .isThrownBy(this::start)
        .withMessageContaining("was made by PostgreSQL 17");
  }

  private EmbeddedPostgres start() {
    return EmbeddedPostgres.start(PostgresTestResource.BINARIES, folder, line -> {});
  }

  private ServerProcess orphan() throws Exception {
    Binaries binaries = Binaries.unpackedIn(PostgresTestResource.BINARIES, line -> {});
    Privileges privileges =
        Privileges.on(binaries.platform(), folder, binaries.program("postgres"));
    Cluster cluster = Cluster.in(folder, binaries, privileges, line -> {});
    ServerProcess server = ServerProcess.fork(binaries, cluster, privileges, freePort());
    assertThat(server.becomesReady(SOON)).isTrue();
    return server;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private Process jvm(List<String> prefix) throws IOException {
    List<String> command = new ArrayList<>(prefix);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(ServerInAnotherJvm.class.getName());
    command.add(PostgresTestResource.BINARIES.toString());
    command.add(folder.toString());
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  private static long firstNumber(Process jvm) throws IOException {
    BufferedReader output =
        new BufferedReader(new InputStreamReader(jvm.getInputStream(), StandardCharsets.UTF_8));
    String line = output.readLine();
    while (line != null && !line.matches("\\d+")) {
      line = output.readLine();
    }
    assertThat(line).as("the other JVM's answer").isNotNull();
    return Long.parseLong(line);
  }

  static Connection connect(EmbeddedPostgres postgres, String password) throws SQLException {
    Properties credentials = new Properties();
    credentials.setProperty("user", postgres.user());
    credentials.setProperty("password", password);
    String url =
        "jdbc:postgresql://%s:%d/%s"
            .formatted(postgres.host(), postgres.port(), postgres.database());
    return Objects.requireNonNull(new Driver().connect(url, credentials));
  }

  static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
    try (Connection connection = connect(postgres, postgres.password());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String value(EmbeddedPostgres postgres, String sql) throws SQLException {
    try (Connection connection = connect(postgres, postgres.password());
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
