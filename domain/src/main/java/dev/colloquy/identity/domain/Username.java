package dev.colloquy.identity.domain;

import dev.colloquy.shared.domain.InvalidValue;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The name by which people tell accounts apart: 3 to 255 letters, digits and underscores, starting
 * with a letter. Names that only look different are the same name: see {@link #skeleton()}.
 */
public record Username(String value) {

  public static final int MIN_LENGTH = 3;
  public static final int MAX_LENGTH = 255;

  private static final Pattern FORM = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
  private static final int SUFFIXES_TRIED = 9;

  public Username {
    if (value.length() < MIN_LENGTH || value.length() > MAX_LENGTH) {
      throw new InvalidValue("must have from " + MIN_LENGTH + " to " + MAX_LENGTH + " characters");
    }
    if (!FORM.matcher(value).matches()) {
      throw new InvalidValue("must start with a letter and have only A-Z, a-z, 0-9 and _");
    }
  }

  /**
   * What is left when letters that are easily taken for each other are made one (after Unicode's
   * UTS 39): {@code I}, {@code 1} and {@code l}; {@code 0} and {@code o}; {@code rn} and {@code m};
   * {@code vv} and {@code w}; case is dropped. No two accounts share a skeleton.
   */
  public String skeleton() {
    return value
        .replace('I', 'l')
        .toLowerCase(Locale.ROOT)
        .replace('1', 'l')
        .replace('0', 'o')
        .replace("rn", "m")
        .replace("vv", "w");
  }

  /**
   * Names for somebody who did not choose one, from an address's local part, the plainest first.
   *
   * @param unlikely a suffix that hardly anybody has, for the last candidate
   */
  public static List<Username> candidates(Email email, String unlikely) {
    String cleaned = email.local().replaceAll("[^A-Za-z0-9]+", "_").replaceAll("^[^A-Za-z]+", "");
    String base = cleaned.length() < MIN_LENGTH ? "user_" + cleaned : cleaned;
    return Stream.concat(
            Stream.of(base),
            Stream.concat(
                IntStream.rangeClosed(2, SUFFIXES_TRIED).mapToObj(n -> base + "_" + n),
                Stream.of(base + "_" + unlikely)))
        .map(Username::new)
        .toList();
  }

  @Override
  public String toString() {
    return value;
  }
}
