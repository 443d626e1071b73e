package dev.colloquy.event.application;

import dev.colloquy.event.domain.StreamTicket;
import dev.colloquy.event.domain.port.in.IssueTicket;
import dev.colloquy.event.domain.port.out.Tickets;
import dev.colloquy.shared.domain.Actor;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;

/** Makes a ticket and keeps its hash. */
public final class IssueTicketHandler implements IssueTicket {

  private final Tickets tickets;
  private final Clock clock;
  private final RandomGenerator random;

  /** Takes a generator that is fit for secrets. */
  public IssueTicketHandler(Tickets tickets, Clock clock, RandomGenerator random) {
    this.tickets = tickets;
    this.clock = clock;
    this.random = random;
  }

  @Override
  public CompletionStage<StreamTicket> handle(Command command) {
    return Reading.by(command.actor()).thenCompose(this::issued);
  }

  private CompletionStage<StreamTicket> issued(Actor.OfUser actor) {
    StreamTicket ticket = StreamTicket.random(random);
    Instant now = clock.instant();
    return tickets
        .keep(ticket.hash(), actor, now, now.plus(StreamTicket.LIFETIME))
        .thenApply(kept -> ticket);
  }
}
