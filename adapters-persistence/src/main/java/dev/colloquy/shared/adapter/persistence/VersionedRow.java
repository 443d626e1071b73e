package dev.colloquy.shared.adapter.persistence;

/**
 * A row whose changes are counted; the count is its {@code @Version} attribute, from 1. Its JSON is
 * marked as immutable: else the engine would compare it with a copy that went through text, take a
 * small {@code Long} for changed, and write a new row twice.
 */
public interface VersionedRow {

  /** As it was read, or as it became by the last flush. */
  long version();
}
