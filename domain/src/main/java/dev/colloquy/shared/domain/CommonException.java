package dev.colloquy.shared.domain;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The refusals that every context shares. */
public abstract sealed class CommonException extends DomainException {

  private CommonException(String code, Kind kind, String detail, Map<String, Object> parameters) {
    super(code, kind, detail, parameters);
  }

  private CommonException(String code, Kind kind, String detail) {
    super(code, kind, detail);
  }

  /** There is no such thing, or it was deleted. */
  public static final class NotFound extends CommonException {

    /** Takes the kind of thing, such as "workspace". */
    public NotFound(String thing) {
      super("NOT_FOUND", Kind.NOT_FOUND, "There is no such " + thing + ".");
    }
  }

  /** The thing exists, but the actor may not do this to it. */
  public static final class AccessDenied extends CommonException {

    /** Takes the sentence that tells the caller what is missing. */
    public AccessDenied(String detail) {
      super("ACCESS_DENIED", Kind.FORBIDDEN, detail);
    }
  }

  /** The thing, or what it stands in, is archived and takes no changes. */
  public static final class Archived extends CommonException {

    public Archived(String thing) {
      super(
          "ARCHIVED",
          Kind.CONFLICT,
          "This " + thing + " is archived; restore it before changing it.");
    }
  }

  /** Another command changed the thing first. */
  public static final class Conflict extends CommonException {

    public Conflict() {
      this("Someone else changed this at the same time; read it again and repeat.");
    }

    public Conflict(String detail) {
      super("CONFLICT", Kind.CONFLICT, detail);
    }
  }

  /** A unique value is taken. */
  public static final class Duplicate extends CommonException {

    public Duplicate(String detail) {
      super("DUPLICATE", Kind.CONFLICT, detail);
    }
  }

  /** The change would break a rule that the database keeps. */
  public static final class IntegrityError extends CommonException {

    public IntegrityError() {
      super(
          "INTEGRITY_ERROR",
          Kind.CONFLICT,
          "The change contradicts what is stored; read the resource again.");
    }
  }

  /** The version that the caller demanded is not the current one. */
  public static final class PreconditionFailed extends CommonException {

    public PreconditionFailed(long current) {
      super(
          "PRECONDITION_FAILED",
          Kind.PRECONDITION_FAILED,
          "The resource has another version than If-Match demands.",
          Map.of("current_version", current));
    }

    /** Where the current version is not known, because the race was lost in the database. */
    public PreconditionFailed() {
      super(
          "PRECONDITION_FAILED",
          Kind.PRECONDITION_FAILED,
          "The resource has another version than If-Match demands.");
    }
  }

  /** Replacing an existing resource needs a version. */
  public static final class PreconditionRequired extends CommonException {

    public PreconditionRequired() {
      super(
          "PRECONDITION_REQUIRED",
          Kind.PRECONDITION_REQUIRED,
          "Replacing a resource needs If-Match with the version that was read.");
    }
  }

  /** The request is well-formed, but values in it are not; all of them are told at once. */
  public static final class ValidationError extends CommonException {

    private final transient List<Violation> violations;

    /**
     * What is wrong with one value.
     *
     * @param pointer a JSON pointer into the body (RFC 6901)
     * @param detail a phrase, such as "must not be blank"
     */
    public record Violation(String pointer, String detail) {}

    public ValidationError(List<Violation> violations) {
      super("VALIDATION_ERROR", Kind.INVALID, "The request has invalid values.");
      this.violations = List.copyOf(violations);
    }

    public static ValidationError at(String pointer, String detail) {
      return new ValidationError(List.of(new Violation(pointer, detail)));
    }

    public List<Violation> violations() {
      return violations;
    }
  }

  /** A value is fine in itself, but this route does not do what it asks for. */
  public static final class UnsupportedAction extends CommonException {

    public UnsupportedAction(String detail) {
      super("UNSUPPORTED_ACTION", Kind.INVALID, detail);
    }
  }

  /** The request cannot be read at all. */
  public static final class MalformedRequest extends CommonException {

    public MalformedRequest(String detail) {
      super("MALFORMED_REQUEST", Kind.MALFORMED, detail);
    }
  }

  /** The body is larger than the route takes. */
  public static final class PayloadTooLarge extends CommonException {

    public PayloadTooLarge(long maximumBytes) {
      super(
          "PAYLOAD_TOO_LARGE",
          Kind.TOO_LARGE,
          "The body has more than " + maximumBytes + " bytes.",
          Map.of("maximum_bytes", maximumBytes));
    }
  }

  /** The caller does this too often. */
  public static final class TooManyRequests extends CommonException implements RetryAfter {

    private final Duration retryAfter;

    public TooManyRequests(Duration retryAfter) {
      super("TOO_MANY_REQUESTS", Kind.TOO_MANY, "Too many attempts; wait before trying again.");
      this.retryAfter = retryAfter;
    }

    @Override
    public Duration retryAfter() {
      return retryAfter;
    }
  }

  /** The database cannot be reached, or refused for want of resources. */
  public static final class DatabaseError extends CommonException {

    public DatabaseError() {
      super("DATABASE_ERROR", Kind.UNAVAILABLE, "The database is not available; try again soon.");
    }
  }

  /** Colloquy is overloaded, starting or stopping. */
  public static final class Unavailable extends CommonException {

    public Unavailable() {
      super("UNAVAILABLE", Kind.UNAVAILABLE, "Colloquy cannot serve this now; try again soon.");
    }
  }

  /** Another request with the same idempotency key is still running. */
  public static final class IdempotencyInProgress extends CommonException {

    public IdempotencyInProgress() {
      super(
          "IDEMPOTENCY_IN_PROGRESS",
          Kind.CONFLICT,
          "A request with this Idempotency-Key is still running.");
    }
  }

  /** The idempotency key was used for another request before. */
  public static final class IdempotencyKeyReused extends CommonException {

    public IdempotencyKeyReused() {
      super(
          "IDEMPOTENCY_KEY_REUSED",
          Kind.INVALID,
          "This Idempotency-Key was used for another request.");
    }
  }
}
