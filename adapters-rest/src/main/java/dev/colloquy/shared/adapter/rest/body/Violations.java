package dev.colloquy.shared.adapter.rest.body;

import dev.colloquy.shared.domain.CommonException.ValidationError;
import dev.colloquy.shared.domain.CommonException.ValidationError.Violation;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with one body so far. A hostile body does not make the answer endless. */
final class Violations {

  private static final int MAX_TOLD = 100;

  private final List<Violation> found = new ArrayList<>();

  void add(String pointer, String detail) {
    if (found.size() < MAX_TOLD) {
      found.add(new Violation(pointer, detail));
    }
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  void throwIfAny() {
    if (!found.isEmpty()) {
      throw new ValidationError(found);
    }
  }
}
