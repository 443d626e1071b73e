package dev.colloquy.event.domain.port.in;

import dev.colloquy.event.domain.StreamTicket;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Origin;
import java.util.concurrent.CompletionStage;

/** Takes a ticket back and says who it was given to. */
public interface RedeemTicket {

  /** Fails with {@code InvalidTicket} for one that is unknown, used or too old. */
  CompletionStage<Actor.OfUser> handle(Command command);

  /**
   * A ticket as it was shown.
   *
   * @param origin where the request came from; the actor carries it on
   */
  record Command(StreamTicket ticket, Origin origin) {}
}
