package dev.colloquy.identity.adapter.rest;

import dev.colloquy.identity.domain.port.in.BrowseColleagues;
import dev.colloquy.shared.adapter.rest.answer.Answers;
import dev.colloquy.shared.adapter.rest.page.PageView;
import dev.colloquy.shared.adapter.rest.page.Paging;
import dev.colloquy.shared.adapter.rest.request.Caller;
import dev.colloquy.shared.adapter.rest.request.Query;
import dev.colloquy.shared.domain.UserId;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The people one shares a workspace with. */
@Path("/api/v1/users")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Users")
final class ColleagueResource {

  private final BrowseColleagues browse;
  private final Caller caller;

  ColleagueResource(BrowseColleagues browse, Caller caller) {
    this.browse = browse;
    this.caller = caller;
  }

  @GET
  @Operation(
      summary = "Find colleagues",
      description = "Whose name or username contains the text, by username; myself included.")
  public CompletionStage<PageView<ColleagueView>> search(
      @Nullable @QueryParam("search") String search,
      @Nullable @QueryParam("limit") String limit,
      @Nullable @QueryParam("cursor") String cursor) {
    Paging paging = caller.paging(limit, cursor, search);
    String text = Query.text("search", search, Function.identity()).orElse("");
    return browse
        .search(caller.actor(), text, paging.request())
        .thenApply(page -> paging.view(page, ColleagueView::of));
  }

  @GET
  @Path("{id}")
  @Operation(summary = "Read a colleague")
  public CompletionStage<RestResponse<ColleagueView>> get(@PathParam("id") String id) {
    return browse
        .find(caller.actor(), Query.pathId("user", id, UserId::new))
        .thenApply(colleague -> Answers.ok(ColleagueView.of(colleague)));
  }
}
