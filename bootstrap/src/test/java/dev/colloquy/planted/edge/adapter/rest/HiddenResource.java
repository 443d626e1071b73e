package dev.colloquy.planted.edge.adapter.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Hides its operation, and does not say what it answers with. */
@Path("/planted/hidden")
abstract class HiddenResource {

  /** The planted faults. */
  @GET
  abstract String get();
}
