package dev.colloquy.event.application;

import dev.colloquy.event.domain.EventException.InvalidTicket;
import dev.colloquy.event.domain.port.in.RedeemTicket;
import dev.colloquy.event.domain.port.out.Tickets;
import dev.colloquy.shared.domain.Actor;
import java.time.Clock;
import java.util.concurrent.CompletionStage;

/** Takes a ticket once. */
public final class RedeemTicketHandler implements RedeemTicket {

  private final Tickets tickets;
  private final Clock clock;

  public RedeemTicketHandler(Tickets tickets, Clock clock) {
    this.tickets = tickets;
    this.clock = clock;
  }

  @Override
  public CompletionStage<Actor.OfUser> handle(Command command) {
    return tickets
        .take(command.ticket().hash(), command.origin(), clock.instant())
        .thenApply(actor -> actor.orElseThrow(InvalidTicket::new));
  }
}
