package dev.colloquy.shared.domain;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a decision of the model comes to: the aggregate as it is now, and the events that say what
 * happened to it. Saving it writes both or neither.
 *
 * @param events empty where the command changed nothing; then nothing is written
 */
public record Change<T>(T now, List<DomainEvent> events) {

  public Change {
    events = List.copyOf(events);
  }

  public static <T> Change<T> of(T now, DomainEvent... events) {
    return new Change<>(now, List.of(events));
  }

  /** The command asks for what already is. */
  public static <T> Change<T> nothing(T now) {
    return new Change<>(now, List.of());
  }

  /** And at once what follows from it, as one change. */
  public Change<T> then(Function<T, Change<T>> next) {
    Change<T> after = next.apply(now);
    return new Change<>(
        after.now(), Stream.concat(events.stream(), after.events().stream()).toList());
  }

  public boolean isNothing() {
    return events.isEmpty();
  }
}
