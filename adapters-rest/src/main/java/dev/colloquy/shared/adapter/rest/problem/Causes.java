package dev.colloquy.shared.adapter.rest.problem;

import dev.colloquy.identity.domain.IdentityException.Unauthenticated;
import dev.colloquy.shared.domain.CommonException.AccessDenied;
import dev.colloquy.shared.domain.CommonException.Conflict;
import dev.colloquy.shared.domain.CommonException.MalformedRequest;
import dev.colloquy.shared.domain.CommonException.NotFound;
import dev.colloquy.shared.domain.CommonException.PayloadTooLarge;
import dev.colloquy.shared.domain.CommonException.PreconditionFailed;
import dev.colloquy.shared.domain.CommonException.Unavailable;
import dev.colloquy.shared.domain.CommonException.ValidationError;
import dev.colloquy.shared.domain.DomainException;
import dev.colloquy.shared.domain.InvalidValue;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Says which problem a failure is. */
final class Causes {

  private static final int MAX_BODY_BYTES = 2 * 1024 * 1024;

  private Causes() {}

  /**
   * The failure itself, without what the JDK wrapped around it on its way, and in our own terms
   * where the framework refused.
   */
  static Throwable of(Throwable failure) {
    return switch (failure) {
      case CompletionException it when it.getCause() != null -> of(it.getCause());
      case ExecutionException it when it.getCause() != null -> of(it.getCause());
      case AuthenticationFailedException it when it.getCause() instanceof DomainException cause ->
          cause;
      case AuthenticationFailedException _, UnauthorizedException _ -> new Unauthenticated();
      case ForbiddenException _ -> new AccessDenied("You may not do this.");
      case InvalidValue it -> ValidationError.at("", it.detail());
      case Throwable it -> it;
    };
  }

  /** The problem of a cause; null where it is a fault of ours, for the log and nobody else. */
  static @Nullable Problem problem(Throwable cause, boolean versionDemanded) {
    return switch (cause) {
      // who named a version and lost a race has named the wrong one
      case Conflict _ when versionDemanded -> Problem.of(new PreconditionFailed());
      case DomainException it -> Problem.of(it);
      case EdgeRefused it -> Problem.of(it.refusal());
      case WebApplicationException it -> problem(it.getResponse().getStatus());
      default -> null;
    };
  }

  /** The problem of a status that the framework chose. */
  static @Nullable Problem problem(int status) {
    return switch (status) {
      case 401 -> Problem.of(new Unauthenticated());
      case 403 -> Problem.of(new AccessDenied("You may not do this."));
      case 404 -> Problem.of(new NotFound("resource"));
      case 405 -> Problem.of(EdgeRefusal.METHOD_NOT_ALLOWED);
      case 406 -> Problem.of(EdgeRefusal.NOT_ACCEPTABLE);
      case 413 -> Problem.of(new PayloadTooLarge(MAX_BODY_BYTES));
      case 414 -> Problem.of(EdgeRefusal.URI_TOO_LONG);
      case 415 -> Problem.of(EdgeRefusal.UNSUPPORTED_MEDIA_TYPE);
      case 431 -> Problem.of(EdgeRefusal.HEADERS_TOO_LARGE);
      case 503 -> Problem.of(new Unavailable());
      default ->
          status >= 400 && status < 500
              ? Problem.of(new MalformedRequest("The request cannot be read."))
              : null;
    };
  }
}
