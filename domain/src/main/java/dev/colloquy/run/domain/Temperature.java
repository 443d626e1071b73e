package dev.colloquy.run.domain;

import dev.colloquy.shared.domain.InvalidValue;

/** How freely a model chooses its words: from 0 to 2. */
public record Temperature(double value) {

  public static final double MAX = 2.0;

  public Temperature {
    if (!(value >= 0 && value <= MAX)) {
      throw new InvalidValue("must be from 0 to 2");
    }
  }
}
