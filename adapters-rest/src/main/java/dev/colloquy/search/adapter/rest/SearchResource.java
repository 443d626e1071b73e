package dev.colloquy.search.adapter.rest;

import dev.colloquy.search.domain.port.in.SearchContent;
import dev.colloquy.shared.adapter.rest.page.PageView;
import dev.colloquy.shared.adapter.rest.page.Paging;
import dev.colloquy.shared.adapter.rest.request.Caller;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Finding things again. */
@Path("/api/v1/search")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Search")
final class SearchResource {

  private final SearchContent search;
  private final Caller caller;

  SearchResource(SearchContent search, Caller caller) {
    this.search = search;
    this.caller = caller;
  }

  @POST
  @Operation(
      summary = "Search what I may read",
      description =
          "Messages and topics of my conversations, best first. Words must all be there; quotes, or"
              + " and a leading minus work as in web searches.")
  public CompletionStage<PageView<FoundView>> search(SearchRequest request) {
    Paging paging =
        caller.paging(
            request.limit().map(String::valueOf).orElse(null),
            request.cursor().orElse(null),
            request.q(),
            request.filter());
    return search
        .handle(
            new SearchContent.Query(
                caller.actor(), request.q(), request.filter(), paging.request()))
        .thenApply(page -> paging.view(page, FoundView::of));
  }
}
