package dev.colloquy.run.application;

import dev.colloquy.model.domain.ModelId;
import dev.colloquy.run.domain.RunOrder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Stream;

/** The models that may be asked for a run, one after the other. */
final class Candidates {

  private final Deque<ModelId> left = new ArrayDeque<>();

  Candidates(RunOrder order) {
    of(order).forEach(left::add);
  }

  /** All of them, in order. */
  static Stream<ModelId> of(RunOrder order) {
    return Stream.concat(Stream.of(order.model()), order.fallbacks().stream());
  }

  /** Whose turn it is. */
  synchronized ModelId current() {
    return left.getFirst();
  }

  synchronized boolean hasAnother() {
    return left.size() > 1;
  }

  /** The one after it, whose turn it is from now on. */
  synchronized ModelId another() {
    left.removeFirst();
    return left.getFirst();
  }
}
