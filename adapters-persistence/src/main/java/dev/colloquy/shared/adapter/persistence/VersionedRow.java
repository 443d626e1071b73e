package dev.colloquy.shared.adapter.persistence;

/** A row whose changes are counted; the count is its {@code @Version} attribute, from 1. */
public interface VersionedRow {

  /** As it was read, or as it became by the last flush. */
  long version();
}
