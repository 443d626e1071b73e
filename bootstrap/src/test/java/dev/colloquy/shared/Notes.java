package dev.colloquy.shared;

import static dev.colloquy.shared.testkit.Stages.valueOf;

import dev.colloquy.shared.adapter.persistence.Columns;
import dev.colloquy.shared.adapter.persistence.Entities;
import dev.colloquy.shared.adapter.persistence.Sql;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** A table of the tests' own, which no context knows. */
final class Notes {

  private final Sql sql;
  private final Entities entities;

  Notes(Sql sql, Entities entities) {
    this.sql = sql;
    this.entities = entities;
  }

  /** Makes the table and empties it. */
  void prepare() {
    valueOf(
        sql.alone(
            """
            create table if not exists test_note (
              id text primary key,
              text text not null check (text <> 'forbidden'),
              version bigint not null)""",
            Tuple.tuple()));
    valueOf(sql.alone("delete from test_note", Tuple.tuple()));
  }

  CompletionStage<NoteRow> write(String id) {
    return entities.persist(new NoteRow(id));
  }

  CompletionStage<Integer> writeBySql(String id) {
    return sql.inUnitOfWork(
            "insert into test_note (id, text, version) values ($1, '', 1)", Tuple.of(id))
        .thenApply(inserted -> inserted.rowCount());
  }

  CompletionStage<NoteRow> change(String id, long version, String text) {
    return entities.update(NoteRow.class, id, version, row -> row.text = text);
  }

  CompletionStage<List<String>> all() {
    return sql.read("select id from test_note order by id", Tuple.tuple())
        .thenApply(rows -> Columns.list(rows, row -> row.getString("id")));
  }
}
