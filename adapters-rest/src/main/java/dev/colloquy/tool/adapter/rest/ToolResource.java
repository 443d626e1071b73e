package dev.colloquy.tool.adapter.rest;

import dev.colloquy.shared.adapter.rest.answer.Answers;
import dev.colloquy.shared.adapter.rest.page.PageView;
import dev.colloquy.shared.adapter.rest.request.Caller;
import dev.colloquy.tool.domain.port.in.BrowseTools;
import dev.colloquy.tool.domain.port.in.InvokeTool;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Tools that models may ask for. */
@Path("/api/v1/tools")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tools")
final class ToolResource {

  private final BrowseTools browse;
  private final InvokeTool invoke;
  private final Caller caller;

  ToolResource(BrowseTools browse, InvokeTool invoke, Caller caller) {
    this.browse = browse;
    this.invoke = invoke;
    this.caller = caller;
  }

  @GET
  @Operation(summary = "List the tools", description = "All of them, by name.")
  public CompletionStage<PageView<ToolView>> list() {
    return browse
        .list(caller.actor())
        .thenApply(all -> new PageView<>(all.stream().map(ToolView::of).toList(), null));
  }

  @GET
  @Path("{id}")
  @Operation(summary = "Read a tool", description = "By its id or its name.")
  public CompletionStage<RestResponse<ToolView>> get(@PathParam("id") String id) {
    return browse.get(caller.actor(), id).thenApply(tool -> Answers.ok(ToolView.of(tool)));
  }

  @POST
  @Path("{id}/invoke")
  @Operation(
      summary = "Call a tool",
      description =
          "It acts with my rights, for 30 seconds at the most; of its result there are 64 KiB.")
  @APIResponseSchema(value = ToolResultView.class, responseCode = "200")
  public CompletionStage<RestResponse<ToolResultView>> invoke(
      @PathParam("id") String id, InvokeToolRequest request) {
    return invoke
        .handle(new InvokeTool.Command(caller.actor(), id, request.arguments()))
        .thenApply(result -> Answers.ok(ToolResultView.of(result)));
  }
}
