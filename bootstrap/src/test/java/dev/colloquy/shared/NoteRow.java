package dev.colloquy.shared;

import dev.colloquy.shared.adapter.persistence.VersionedRow;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A row for tests of the unit of work. */
@Entity
@Table(name = "test_note")
class NoteRow implements VersionedRow {

  @Id String id;
  String text;
  @Version long version;

  NoteRow() {}

  NoteRow(String id) {
    this.id = id;
    this.text = "";
    this.version = 1;
  }

  @Override
  public long version() {
    return version;
  }
}
