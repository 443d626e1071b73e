package dev.colloquy.run.domain;

import dev.colloquy.shared.domain.InvalidValue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a run's stream, written {@code attempt.offset}.
 *
 * @param attempt from 1
 * @param offset the number of the signal within its attempt, from 1; 0 is before the first
 */
public record StreamPlace(int attempt, int offset) implements Comparable<StreamPlace> {

  /** Before all that the stream tells. */
  public static final StreamPlace BEGINNING = new StreamPlace(0, 0);

  private static final Pattern FORM = Pattern.compile("(\\d{1,9})\\.(\\d{1,9})");

  /** Reads a place; fails with {@link InvalidValue}. */
  public static StreamPlace parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new InvalidValue("must be a place in a run's stream, such as 1.17");
    }
    return new StreamPlace(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
  }

  /** Whether nothing stands between them: the next of an attempt, or the first of a later one. */
  public boolean follows(StreamPlace other) {
    return attempt == other.attempt
        ? offset == other.offset + 1
        : compareTo(other) > 0 && offset == 1;
  }

  @Override
  public int compareTo(StreamPlace other) {
    return attempt == other.attempt
        ? Integer.compare(offset, other.offset)
        : Integer.compare(attempt, other.attempt);
  }

  @Override
  public String toString() {
    return attempt + "." + offset;
  }
}
