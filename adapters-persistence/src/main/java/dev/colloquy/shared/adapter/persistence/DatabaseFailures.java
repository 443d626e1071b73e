package dev.colloquy.shared.adapter.persistence;

import dev.colloquy.shared.domain.CommonException;
import dev.colloquy.shared.domain.DomainException;
import io.smallrye.mutiny.CompositeException;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import jakarta.persistence.OptimisticLockException;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.hibernate.JDBCException;
import org.hibernate.StaleStateException;
import org.jboss.logging.Logger;

/**
 * Says in the domain's words what the database refused. It decides by SQLSTATE (PostgreSQL manual,
 * appendix A), never by the wording of messages, which follow the server's language.
 */
final class DatabaseFailures {

  private static final Logger LOG = Logger.getLogger(DatabaseFailures.class);

  private DatabaseFailures() {}

  /** The failure of one statement; what is no refusal of the database stays as it is. */
  static Throwable translated(Throwable failure) {
    Throwable cause = unwrapped(failure);
    if (cause instanceof DomainException || cause instanceof UniqueViolation) {
      return cause;
    }
    return sqlState(cause).map(state -> ofState(state, cause)).orElseGet(() -> withoutState(cause));
  }

  /** The failure of a whole unit of work, seen by callers who know no database. */
  static Throwable ofUnit(Throwable failure) {
    Throwable translated = translated(failure);
    return translated instanceof UniqueViolation
        ? new CommonException.IntegrityError()
        : translated;
  }

  private static Throwable ofState(String state, Throwable cause) {
    if (state.equals("23505")) {
      return new UniqueViolation();
    }
    // 55P03: waited too long for a lock
    if (state.startsWith("40") || state.equals("55P03")) {
      return new CommonException.Conflict();
    }
    // 25P03: idle in transaction too long; 57014: ran too long
    if (state.startsWith("08")
        || state.startsWith("53")
        || state.startsWith("57")
        || state.equals("25P03")) {
      return away(cause);
    }
    return state.startsWith("23") ? new CommonException.IntegrityError() : cause;
  }

  private static Throwable withoutState(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof OptimisticLockException || each instanceof StaleStateException) {
        return new CommonException.Conflict();
      }
      // the client's own words for a lost connection, a full pool and a long wait carry no state
      if (each instanceof ClosedConnectionException
          || each instanceof IOException
          || each instanceof VertxException
          || each instanceof TimeoutException
          || each instanceof NoStackTraceThrowable) {
        return away(failure);
      }
    }
    return failure;
  }

  private static Throwable away(Throwable cause) {
    LOG.warnf("The database is not available: %s", cause); // where it was asked says nothing more
    return new CommonException.DatabaseError();
  }

  private static Optional<String> sqlState(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      String state =
          switch (each) {
            case PgException refused -> refused.getSqlState();
            case JDBCException refused -> refused.getSQLState();
            default -> null;
          };
      if (state != null) {
        return Optional.of(state);
      }
    }
    return Optional.empty();
  }

  private static Throwable unwrapped(Throwable failure) {
    Throwable cause = failure.getCause();
    return switch (failure) {
      // the rollback or the closing failed as well: the first cause counts
      case CompositeException many -> unwrapped(many.getCauses().getFirst());
      case CompletionException wrapper when cause != null -> unwrapped(cause);
      case Scope.Doomed wrapper when cause != null -> unwrapped(cause);
      default -> failure;
    };
  }
}
