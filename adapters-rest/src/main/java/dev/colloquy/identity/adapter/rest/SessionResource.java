package dev.colloquy.identity.adapter.rest;

import dev.colloquy.identity.domain.port.in.BrowseSessions;
import dev.colloquy.identity.domain.port.in.EndSessions;
import dev.colloquy.shared.adapter.rest.answer.Answers;
import dev.colloquy.shared.adapter.rest.page.PageView;
import dev.colloquy.shared.adapter.rest.request.Caller;
import dev.colloquy.shared.adapter.rest.request.Query;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.LoginSessionId;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Where one is logged in. */
@Path("/api/v1/users/me/sessions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Login sessions")
final class SessionResource {

  private final BrowseSessions browse;
  private final EndSessions end;
  private final Caller caller;

  SessionResource(BrowseSessions browse, EndSessions end, Caller caller) {
    this.browse = browse;
    this.end = end;
    this.caller = caller;
  }

  @GET
  @Operation(summary = "List where I am logged in", description = "Newest first, all at once.")
  public CompletionStage<PageView<SessionView>> list() {
    Actor.OfUser actor = caller.actor();
    return browse
        .list(actor)
        .thenApply(live -> live.stream().map(it -> SessionView.of(it, actor)).toList())
        .thenApply(views -> new PageView<>(views, null));
  }

  @DELETE
  @Path("{id}")
  @Operation(summary = "End one of my sessions")
  public CompletionStage<RestResponse<Void>> end(@PathParam("id") String id) {
    return end.end(caller.actor(), Query.pathId("session", id, LoginSessionId::new))
        .thenApply(ended -> Answers.noContent());
  }
}
