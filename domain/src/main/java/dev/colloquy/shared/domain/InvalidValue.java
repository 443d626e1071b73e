package dev.colloquy.shared.domain;

/**
 * A value object's refusal. It does not know where the value stood; whoever reads the request adds
 * the pointer and collects all of them into one {@link CommonException.ValidationError}.
 */
public final class InvalidValue extends IllegalArgumentException {

  /** Says in a phrase what the value must be, such as "must have from 1 to 100 characters". */
  public InvalidValue(String detail) {
    super(detail);
  }

  /** The phrase. */
  public String detail() {
    return String.valueOf(getMessage());
  }
}
