package dev.colloquy.event.domain.port.in;

import dev.colloquy.event.domain.StreamTicket;
import dev.colloquy.shared.domain.Actor;
import java.util.concurrent.CompletionStage;

/** Gives out a ticket that opens one stream. */
public interface IssueTicket {

  /** Fails with {@code AccessDenied} where a key may not read. */
  CompletionStage<StreamTicket> handle(Command command);

  /** Who will open the stream. */
  record Command(Actor.OfUser actor) {}
}
