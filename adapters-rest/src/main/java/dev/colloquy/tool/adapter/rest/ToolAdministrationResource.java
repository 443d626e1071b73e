package dev.colloquy.tool.adapter.rest;

import dev.colloquy.shared.adapter.rest.answer.Answers;
import dev.colloquy.shared.adapter.rest.body.JsonBodyReader;
import dev.colloquy.shared.adapter.rest.page.PageView;
import dev.colloquy.shared.adapter.rest.request.Caller;
import dev.colloquy.tool.domain.AdministeredTool;
import dev.colloquy.tool.domain.port.in.AdministerTools;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What is said of tools; for administrators. */
@Path("/api/v1/admin/tools")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tools")
final class ToolAdministrationResource {

  private final AdministerTools tools;
  private final Caller caller;

  ToolAdministrationResource(AdministerTools tools, Caller caller) {
    this.tools = tools;
    this.caller = caller;
  }

  @GET
  @Operation(
      summary = "List all tools",
      description = "By name; also those that are not enabled, or whose server is not.")
  public CompletionStage<PageView<AdministeredToolView>> list() {
    return tools
        .list(caller.actor())
        .thenApply(
            all -> new PageView<>(all.stream().map(AdministeredToolView::of).toList(), null));
  }

  @GET
  @Path("{id}")
  @Operation(summary = "Read any tool", description = "By its id or its name.")
  public CompletionStage<RestResponse<AdministeredToolView>> get(@PathParam("id") String id) {
    return tools.get(caller.actor(), id).thenApply(ToolAdministrationResource::shown);
  }

  @PATCH
  @Path("{id}")
  @Consumes({MediaType.APPLICATION_JSON, JsonBodyReader.MERGE_PATCH})
  @Operation(
      summary = "Enable a tool, or say whether its calls have to be allowed",
      description = "A merge patch (RFC 7396). It holds at once, for runs under way too.")
  public CompletionStage<RestResponse<AdministeredToolView>> change(
      @PathParam("id") String id, ToolPatchRequest request) {
    return tools
        .edit(
            new AdministerTools.Edit(
                caller.actor(),
                id,
                request.enabled(),
                request.requiresApproval(),
                caller.precondition()))
        .thenApply(ToolAdministrationResource::shown);
  }

  private static RestResponse<AdministeredToolView> shown(AdministeredTool tool) {
    return Answers.ok(AdministeredToolView.of(tool), tool.policy().version());
  }
}
