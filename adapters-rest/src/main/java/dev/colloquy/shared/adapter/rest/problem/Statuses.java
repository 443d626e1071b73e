package dev.colloquy.shared.adapter.rest.problem;

import dev.colloquy.shared.domain.DomainException;

/** Which status a kind of refusal has. */
public final class Statuses {

  private Statuses() {}

  public static int of(DomainException.Kind kind) {
    return switch (kind) {
      case MALFORMED -> 400;
      case UNAUTHENTICATED -> 401;
      case FORBIDDEN -> 403;
      case NOT_FOUND -> 404;
      case CONFLICT -> 409;
      case PRECONDITION_FAILED -> 412;
      case TOO_LARGE -> 413;
      case INVALID -> 422;
      case PRECONDITION_REQUIRED -> 428;
      case TOO_MANY -> 429;
      case UNAVAILABLE -> 503;
    };
  }
}
