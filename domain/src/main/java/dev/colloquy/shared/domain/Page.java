package dev.colloquy.shared.domain;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of a list, found by keyset: what is added or removed meanwhile neither repeats nor hides
 * an item.
 *
 * @param next where the following page begins; empty on the last one
 */
public record Page<T>(List<T> items, Optional<Cursor> next) {

  public Page {
    items = List.copyOf(items);
  }

  /**
   * Cuts a page from one item more than was asked for, which tells whether there is another page.
   *
   * @param found at most {@code limit + 1} items
   * @param position what marks an item's place in the list
   */
  public static <T> Page<T> cut(List<T> found, int limit, Function<T, String> position) {
    if (found.size() <= limit) {
      return new Page<>(found, Optional.empty());
    }
    List<T> items = found.subList(0, limit);
    return new Page<>(items, Optional.of(new Cursor(position.apply(items.getLast()))));
  }

  /** The same page of other things. */
  public <R> Page<R> map(Function<? super T, ? extends R> mapping) {
    return new Page<>(items.stream().<R>map(mapping).toList(), next);
  }
}
