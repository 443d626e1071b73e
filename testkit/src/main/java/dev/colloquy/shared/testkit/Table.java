package dev.colloquy.shared.testkit;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Immutable values by key, in the order in which they were first put. Writing throws {@code
 * IllegalStateException} outside a unit of work.
 */
public final class Table<K, V> {

  private final InMemoryDatabase database;
  private volatile Map<K, V> committed = Map.of();

  Table(InMemoryDatabase database) {
    this.database = database;
  }

  public Optional<V> get(K key) {
    return Optional.ofNullable(rows().get(key));
  }

  /** All values as the caller's unit of work sees them. */
  public List<V> values() {
    return List.copyOf(rows().values());
  }

  public void put(K key, V value) {
    changes().write(key, Optional.of(value));
  }

  /** Removes what is there, if anything. */
  public void remove(K key) {
    changes().write(key, Optional.empty());
  }

  private Map<K, V> rows() {
    return database
        .carried()
        .map(transaction -> transaction.changes().get(this))
        .map(changes -> own(changes).onTopOf(committed))
        .orElse(committed);
  }

  private Changes changes() {
    return own(database.underWay().changes().computeIfAbsent(this, first -> new Changes()));
  }

  /** A transaction keeps under each table only that table's changes. */
  @SuppressWarnings("unchecked")
  private Changes own(Table<?, ?>.Changes changes) {
    return (Changes) changes;
  }

  /** What one unit of work has written into this table, and what stood there before. */
  final class Changes {

    private final Map<K, Optional<V>> before = new HashMap<>();
    private final Map<K, Optional<V>> after = new LinkedHashMap<>();

    private void write(K key, Optional<V> value) {
      before.computeIfAbsent(key, first -> Optional.ofNullable(committed.get(first)));
      after.put(key, value);
    }

    /** Whether nobody else has meanwhile written what this one has. */
    boolean fit() {
      return before.entrySet().stream()
          .allMatch(row -> Optional.ofNullable(committed.get(row.getKey())).equals(row.getValue()));
    }

    void apply() {
      committed = Collections.unmodifiableMap(onTopOf(committed));
    }

    private Map<K, V> onTopOf(Map<K, V> rows) {
      Map<K, V> result = new LinkedHashMap<>(rows);
      after.forEach(
          (key, value) ->
              value.ifPresentOrElse(row -> result.put(key, row), () -> result.remove(key)));
      return result;
    }
  }
}
