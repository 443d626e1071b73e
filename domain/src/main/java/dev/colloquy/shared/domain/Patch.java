package dev.colloquy.shared.domain;

import java.util.Optional;

/**
 * What a change says about one optional value: a merge patch (RFC 7396) tells a value that is not
 * mentioned from one that is taken away.
 */
public sealed interface Patch<T> {

  /** The value as it is after the change. */
  Optional<T> applyTo(Optional<T> current);

  /** The value is not mentioned and stays. */
  record Keep<T>() implements Patch<T> {

    @Override
    public Optional<T> applyTo(Optional<T> current) {
      return current;
    }
  }

  /** The value is taken away. */
  record Clear<T>() implements Patch<T> {

    @Override
    public Optional<T> applyTo(Optional<T> current) {
      return Optional.empty();
    }
  }

  /** The value becomes this one. */
  record Put<T>(T value) implements Patch<T> {

    @Override
    public Optional<T> applyTo(Optional<T> current) {
      return Optional.of(value);
    }
  }
}
