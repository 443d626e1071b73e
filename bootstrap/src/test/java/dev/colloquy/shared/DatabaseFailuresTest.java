package dev.colloquy.shared;

import static dev.colloquy.shared.testkit.Stages.assertFailureOf;
import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.bootstrap.testing.PostgresTestResource;
import dev.colloquy.shared.adapter.persistence.Entities;
import dev.colloquy.shared.adapter.persistence.Sql;
import dev.colloquy.shared.adapter.persistence.UniqueViolation;
import dev.colloquy.shared.domain.CommonException.Conflict;
import dev.colloquy.shared.domain.CommonException.DatabaseError;
import dev.colloquy.shared.domain.CommonException.Duplicate;
import dev.colloquy.shared.domain.CommonException.IntegrityError;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of the database's refusals. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class DatabaseFailuresTest {

  @Inject UnitOfWork unitOfWork;
  @Inject Sql sql;
  @Inject Entities entities;

  @BeforeEach
  void prepare() {
    notes().prepare();
    valueOf(unitOfWork.inTransaction(() -> notes().write("a")));
  }

  @Test
  void aTakenValueBecomesWhatTheRepositorySays() {
    CompletionStage<NoteRow> byHibernate =
        unitOfWork.inTransaction(
            () ->
                notes()
                    .write("a")
                    .exceptionallyCompose(
                        UniqueViolation.becomes(() -> new Duplicate("It is taken."))));
    CompletionStage<Integer> bySql =
        unitOfWork.inTransaction(
            () ->
                notes()
                    .writeBySql("a")
                    .exceptionallyCompose(
                        UniqueViolation.becomes(() -> new Duplicate("It is taken."))));

    assertFailureOf(byHibernate).isInstanceOf(Duplicate.class).hasMessage("It is taken.");
    assertFailureOf(bySql).isInstanceOf(Duplicate.class).hasMessage("It is taken.");
  }

  @Test
  void aTakenValueThatNoRepositoryExpectsIsAnIntegrityError() {
    assertFailureOf(unitOfWork.inTransaction(() -> notes().write("a")))
        .isInstanceOf(IntegrityError.class);
  }

  @Test
  void aBrokenRuleOfTheDatabaseIsAnIntegrityError() {
    assertFailureOf(unitOfWork.inTransaction(() -> notes().change("a", 2, "forbidden")))
        .isInstanceOf(IntegrityError.class);
  }

  @Test
  void aChangeOfAnOldVersionIsAConflict() {
    NoteRow changed = valueOf(unitOfWork.inTransaction(() -> notes().change("a", 2, "new")));

    assertThat(changed.version()).isEqualTo(2);
    assertFailureOf(unitOfWork.inTransaction(() -> notes().change("a", 2, "newer")))
        .isInstanceOf(Conflict.class);
    assertFailureOf(unitOfWork.inTransaction(() -> notes().change("gone", 2, "new")))
        .isInstanceOf(Conflict.class);
  }

  @Test
  void ofManyRacingChangesOneWinsAndTheOthersAreConflicts() {
    List<CompletionStage<String>> all =
        IntStream.range(0, 8)
            .mapToObj(
                number ->
                    unitOfWork
                        .inTransaction(() -> notes().change("a", 2, "by " + number))
                        .thenApply(row -> "won")
                        .exceptionally(
                            failure ->
                                failure instanceof Conflict
                                        || failure.getCause() instanceof Conflict
                                    ? "conflict"
                                    : failure.toString()))
            .toList();

    List<String> outcomes = all.stream().map(each -> valueOf(each)).toList();

    assertThat(outcomes).containsOnlyOnce("won").containsOnly("won", "conflict");
  }

  @Test
  void waitingTooLongForALockIsAConflict() {
    CompletionStage<Integer> result =
        unitOfWork.inTransaction(
            () ->
                sql.inUnitOfWork("update test_note set text = 'mine'", Tuple.tuple())
                    .thenCompose(
                        done ->
                            sql.inUnitOfWork(
                                "do $$ begin raise sqlstate '55P03'; end $$", Tuple.tuple()))
                    .thenApply(rows -> rows.rowCount()));

    assertFailureOf(result).isInstanceOf(Conflict.class);
  }

  @Test
  void aStatementThatRunsTooLongSaysTheDatabaseIsNotAvailable() {
    CompletionStage<Integer> result =
        unitOfWork.inTransaction(
            () ->
                sql.inUnitOfWork("set local statement_timeout = '20ms'", Tuple.tuple())
                    .thenCompose(set -> sql.inUnitOfWork("select pg_sleep(5)", Tuple.tuple()))
                    .thenApply(rows -> rows.rowCount()));

    assertFailureOf(result).isInstanceOf(DatabaseError.class);
  }

  @Test
  void aKilledConnectionSaysTheDatabaseIsNotAvailableAndTheNextUnitOfWorkRuns() {
    CompletionStage<NoteRow> killed =
        unitOfWork.inTransaction(
            () ->
                notes()
                    .write("lost")
                    .thenCompose(
                        done ->
                            sql.inUnitOfWork(
                                "select pg_terminate_backend(pg_backend_pid())", Tuple.tuple()))
                    .thenCompose(done -> notes().write("never")));

    assertFailureOf(killed).isInstanceOf(DatabaseError.class);
    valueOf(unitOfWork.inTransaction(() -> notes().write("healed")));
    assertThat(valueOf(notes().all())).containsExactly("a", "healed");
  }

  @Test
  void aFailureOfAStatementAloneIsTranslatedToo() {
    assertFailureOf(
            sql.alone(
                "insert into test_note (id, text, version) values ('a', '', 1)", Tuple.tuple()))
        .isInstanceOf(UniqueViolation.class);
    assertFailureOf(sql.alone("update test_note set text = 'forbidden'", Tuple.tuple()))
        .isInstanceOf(IntegrityError.class);
  }

  @Test
  void aSwallowedFailureOfAStatementDoomsTheUnitOfWork() {
    CompletionStage<Integer> result =
        unitOfWork.inTransaction(
            () ->
                notes()
                    .writeBySql("b")
                    .thenCompose(done -> notes().writeBySql("a"))
                    .exceptionallyCompose(swallowed -> CompletableFuture.completedFuture(0)));

    assertFailureOf(result).isInstanceOf(IntegrityError.class);
    assertThat(valueOf(notes().all())).containsExactly("a");
  }

  @Test
  void aMistakeInAStatementStaysAFault() {
    assertFailureOf(sql.alone("select no_such_column", Tuple.tuple()))
        .isInstanceOf(PgException.class);
  }

  private Notes notes() {
    return new Notes(sql, entities);
  }
}
