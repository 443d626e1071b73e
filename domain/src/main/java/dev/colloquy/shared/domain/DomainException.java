package dev.colloquy.shared.domain;

import java.util.Map;

/**
 * A refusal that callers are told about: a stable code, a kind that the edge maps to a status, a
 * sentence for people and parameters for programs. It carries no stack trace, for it is an answer
 * and not a fault.
 *
 * <p>Each context has one sealed family of them; what several contexts refuse stands in {@link
 * CommonException}. Codes are unique over all families.
 */
public abstract class DomainException extends RuntimeException {

  private final String code;
  private final Kind kind;
  private final transient Map<String, Object> parameters;

  /** What sort of refusal it is; the edge maps each to one status by an exhaustive switch. */
  public enum Kind {
    MALFORMED,
    UNAUTHENTICATED,
    FORBIDDEN,
    NOT_FOUND,
    CONFLICT,
    PRECONDITION_FAILED,
    PRECONDITION_REQUIRED,
    TOO_LARGE,
    INVALID,
    TOO_MANY,
    UNAVAILABLE
  }

  protected DomainException(String code, Kind kind, String detail) {
    this(code, kind, detail, Map.of());
  }

  protected DomainException(String code, Kind kind, String detail, Map<String, Object> parameters) {
    super(detail, null, false, false);
    this.code = code;
    this.kind = kind;
    this.parameters = Map.copyOf(parameters);
  }

  /** The code that programs may rely on, in capitals with underscores. */
  public final String code() {
    return code;
  }

  public final Kind kind() {
    return kind;
  }

  /** A sentence for people; it names no class, no SQL and no secret. */
  public final String detail() {
    return String.valueOf(getMessage());
  }

  /** What a program may want to know beyond the code; shown in the problem's extension members. */
  public final Map<String, Object> parameters() {
    return parameters;
  }
}
