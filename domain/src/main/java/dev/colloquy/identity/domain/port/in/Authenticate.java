package dev.colloquy.identity.domain.port.in;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Origin;
import java.util.concurrent.CompletionStage;

/** Finds out who a request comes from. */
public interface Authenticate {

  /**
   * Checks an access token or an API key, revocations included.
   *
   * @return fails with {@code Unauthenticated} for every credential that is not good today, without
   *     saying what is wrong with it; with {@code DatabaseError} where that cannot be found out
   */
  CompletionStage<Actor.OfUser> handle(Query query);

  /**
   * A credential as it was sent.
   *
   * @param credential an access token, or an API key, which is told by its prefix
   * @param origin where the request came from; the actor carries it on
   */
  record Query(String credential, Origin origin) {

    /** The credential stays out of logs. */
    @Override
    public String toString() {
      return "Query[origin=" + origin + "]";
    }
  }
}
