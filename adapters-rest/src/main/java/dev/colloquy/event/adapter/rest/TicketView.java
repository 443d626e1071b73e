package dev.colloquy.event.adapter.rest;

import dev.colloquy.event.domain.StreamTicket;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A ticket that opens one stream. */
@Schema(name = "StreamTicket", description = "Opens one stream, as its `ticket` parameter.")
record TicketView(
    String ticket, @Schema(description = "In seconds.", examples = "30") long expiresIn) {

  static TicketView of(StreamTicket ticket) {
    return new TicketView(ticket.secret(), StreamTicket.LIFETIME.toSeconds());
  }
}
