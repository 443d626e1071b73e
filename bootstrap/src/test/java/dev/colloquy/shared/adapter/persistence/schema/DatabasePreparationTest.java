package dev.colloquy.shared.adapter.persistence.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.colloquy.bootstrap.postgres.EmbeddedPostgres;
import dev.colloquy.bootstrap.settings.DatabaseUrl;
import dev.colloquy.bootstrap.start.Foundation;
import dev.colloquy.bootstrap.testing.PostgresTestResource;
import dev.colloquy.shared.adapter.persistence.schema.DatabasePreparation.Outcome;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DatabasePreparationTest {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final List<String> said = new CopyOnWriteArrayList<>();
  private EmbeddedPostgres postgres;

  @BeforeAll
  void start(@TempDir Path folder) {
    postgres = EmbeddedPostgres.start(PostgresTestResource.BINARIES, folder, line -> {});
  }

  @AfterAll
  void stop() {
    postgres.close();
  }

  @BeforeEach
  void empty() throws SQLException {
    said.clear();
    execute("drop schema public cascade; create schema public");
  }

  @Test
  void migratesOnceAndSkipsAfterwards() {
    assertThat(preparation().prepare()).isEqualTo(Outcome.MIGRATED);

    assertThat(preparation().prepare()).isEqualTo(Outcome.CURRENT);
  }

  @Test
  void letsOneOfTwoNodesMigrate() {
    List<CompletableFuture<Outcome>> nodes =
        List.of(
            CompletableFuture.supplyAsync(() -> preparation().prepare()),
            CompletableFuture.supplyAsync(() -> preparation().prepare()));

    assertThat(nodes.stream().map(CompletableFuture::join))
        .containsExactlyInAnyOrder(Outcome.MIGRATED, Outcome.CURRENT);
  }

  @Test
  void takesOverTheLockRowOfADeadNode() throws SQLException {
    preparation().prepare();
    execute("update databasechangeloglock set locked = true, lockedby = 'dead'");
    execute("delete from schema_state");

    assertThat(preparation().prepare()).isEqualTo(Outcome.MIGRATED);
  }

  @Test
  void refusesTheSchemaOfANewerBuild() throws SQLException {
    preparation().prepare();
    execute(
        """
        insert into databasechangelog (id, author, filename, dateexecuted, orderexecuted, exectype)
        values ('999-later', 'later', 'db/changelog/later/999-later.sql', now(), 999, 'EXECUTED');
        update schema_state set fingerprint = 'of a newer build'
        """);

    assertThatExceptionOfType(DatabaseUnusable.class)
        .isThrownBy(() -> preparation().prepare())
        .withMessageContaining("was written by a newer Colloquy");
  }

  @Test
  void saysThatThePasswordIsWrong() {
    DatabaseUrl url = Foundation.urlOf(postgres);
    DatabaseAccess access = new DatabaseAccess(url.jdbcUrl(), url.user(), "guessed");

    assertThatExceptionOfType(DatabaseUnusable.class)
        .isThrownBy(() -> new DatabasePreparation(access, PATIENCE, said::add).prepare())
        .withMessageContaining("check user and password in COLLOQUY_DATABASE_URL");
  }

  @Test
  void saysThatTheDatabaseCannotBeReached() {
    DatabaseAccess access = new DatabaseAccess("jdbc:postgresql://127.0.0.1:1/none", "a", "b");

    assertThatExceptionOfType(DatabaseUnusable.class)
        .isThrownBy(() -> new DatabasePreparation(access, Duration.ZERO, said::add).prepare())
        .withMessageContaining("127.0.0.1:1/none cannot be reached");
  }

  @Test
  void saysOnceThatItWaitsForTheDatabaseAndThenThatThereIsNoSuchHost() {
    DatabaseAccess access = new DatabaseAccess("jdbc:postgresql://no.invalid:1/none", "a", "b");

    assertThatExceptionOfType(DatabaseUnusable.class)
        .isThrownBy(
            () -> new DatabasePreparation(access, Duration.ofMillis(600), said::add).prepare())
        .withMessageContaining("no.invalid:1/none cannot be reached (unknown host no.invalid)");

    assertThat(said).containsExactly("Waiting for the database at no.invalid:1/none");
  }

  private DatabasePreparation preparation() {
    return new DatabasePreparation(access(), PATIENCE, said::add);
  }

  private DatabaseAccess access() {
    DatabaseUrl url = Foundation.urlOf(postgres);
    return new DatabaseAccess(url.jdbcUrl(), url.user(), url.password());
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = new Connector(access(), PATIENCE, said::add).connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
