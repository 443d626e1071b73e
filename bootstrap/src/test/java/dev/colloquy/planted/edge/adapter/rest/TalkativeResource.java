package dev.colloquy.planted.edge.adapter.rest;

import dev.colloquy.planted.edge.domain.Inner;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Shows the model, and a type of the engine. */
@Path("/planted")
interface TalkativeResource {

  /** The planted fault. */
  @GET
  Uni<Inner> get();
}
