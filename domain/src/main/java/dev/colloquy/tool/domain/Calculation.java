package dev.colloquy.tool.domain;

import dev.colloquy.tool.domain.ToolException.ToolFailed;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Works out an expression of decimal numbers: {@code + - * / %}, {@code ^} with a whole exponent,
 * parentheses. All is exact but a quotient without an end, which has 34 digits (IEEE 754's
 * decimal128). How long, how deep and how large all of it may be is limited.
 */
public final class Calculation {

  /** How many characters an expression may have. */
  public static final int MAX_LENGTH = 1_000;

  private static final int MAX_DEPTH = 50;
  private static final int MAX_DIGITS = 1_000;
  private static final BigDecimal MAX_EXPONENT = BigDecimal.valueOf(1_000);

  private final String text;
  private int at;
  private int depth;

  private Calculation(String text) {
    this.text = text;
  }

  /**
   * What the expression comes to.
   *
   * @throws ToolFailed where it is none, or comes to nothing that can be told
   */
  public static BigDecimal of(String expression) {
    if (expression.length() > MAX_LENGTH) {
      throw new ToolFailed("The expression is longer than " + MAX_LENGTH + " characters.");
    }
    Calculation calculation = new Calculation(expression);
    BigDecimal result = calculation.sum();
    if (calculation.peek() != 0) {
      throw calculation.unexpected();
    }
    return result.signum() == 0 ? BigDecimal.ZERO : result.stripTrailingZeros();
  }

  private BigDecimal sum() {
    BigDecimal left = product();
    while (true) {
      if (take('+')) {
        left = checked(left.add(product()));
      } else if (take('-')) {
        left = checked(left.subtract(product()));
      } else {
        return left;
      }
    }
  }

  private BigDecimal product() {
    BigDecimal left = signed();
    while (true) {
      if (take('*')) {
        left = checked(left.multiply(signed()));
      } else if (take('/')) {
        left = checked(quotient(left, divisor(signed())));
      } else if (take('%')) {
        left = checked(left.remainder(divisor(signed())));
      } else {
        return left;
      }
    }
  }

  /** A sign binds less than a power: -2^2 is -4. */
  private BigDecimal signed() {
    if (++depth > MAX_DEPTH) {
      throw new ToolFailed("The expression is nested deeper than " + MAX_DEPTH + " levels.");
    }
    BigDecimal value;
    if (take('-')) {
      value = signed().negate();
    } else if (take('+')) {
      value = signed();
    } else {
      value = power();
    }
    depth--;
    return value;
  }

  private BigDecimal power() {
    BigDecimal base = atom();
    return take('^') ? checked(raised(base, signed())) : base;
  }

  private BigDecimal atom() {
    if (take('(')) {
      BigDecimal inner = sum();
      if (!take(')')) {
        throw unexpected();
      }
      return inner;
    }
    peek();
    int start = at;
    while (at < text.length() && isOfNumber(text.charAt(at))) {
      at++;
    }
    try {
      return new BigDecimal(text.substring(start, at));
    } catch (NumberFormatException none) {
      at = start;
      throw unexpected();
    }
  }

  private static BigDecimal quotient(BigDecimal left, BigDecimal right) {
    try {
      return left.divide(right);
    } catch (ArithmeticException endless) {
      return left.divide(right, MathContext.DECIMAL128);
    }
  }

  private static BigDecimal divisor(BigDecimal value) {
    if (value.signum() == 0) {
      throw new ToolFailed("Nothing can be divided by zero.");
    }
    return value;
  }

  private static BigDecimal raised(BigDecimal base, BigDecimal exponent) {
    if (exponent.stripTrailingZeros().scale() > 0 || exponent.abs().compareTo(MAX_EXPONENT) > 0) {
      throw new ToolFailed("An exponent must be a whole number from -1000 to 1000.");
    }
    int times = exponent.intValueExact();
    BigDecimal shortest = base.stripTrailingZeros();
    // refused before it is worked out
    if ((long) shortest.precision() * Math.abs(times) > 10L * MAX_DIGITS) {
      throw tooLarge();
    }
    BigDecimal power = shortest.pow(Math.abs(times));
    return times < 0 ? quotient(BigDecimal.ONE, divisor(power)) : power;
  }

  private static BigDecimal checked(BigDecimal value) {
    long whole = (long) value.precision() - value.scale();
    if (Math.max(whole, 0) + Math.max(value.scale(), 0) > MAX_DIGITS) {
      throw tooLarge();
    }
    return value;
  }

  private static ToolFailed tooLarge() {
    return new ToolFailed("A number has more than " + MAX_DIGITS + " digits.");
  }

  private static boolean isOfNumber(char c) {
    return (c >= '0' && c <= '9') || c == '.';
  }

  private boolean take(char wanted) {
    boolean there = peek() == wanted;
    if (there) {
      at++;
    }
    return there;
  }

  /** The next character that is no blank; U+0000 at the end. */
  private char peek() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at < text.length() ? text.charAt(at) : 0;
  }

  private ToolFailed unexpected() {
    return at < text.length()
        ? new ToolFailed("The expression is not understood from character " + (at + 1) + " on.")
        : new ToolFailed("The expression is not complete.");
  }
}
