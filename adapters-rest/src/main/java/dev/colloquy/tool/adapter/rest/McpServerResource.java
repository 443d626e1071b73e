package dev.colloquy.tool.adapter.rest;

import dev.colloquy.shared.adapter.rest.answer.Answers;
import dev.colloquy.shared.adapter.rest.answer.Idempotency;
import dev.colloquy.shared.adapter.rest.body.JsonBodyReader;
import dev.colloquy.shared.adapter.rest.page.PageView;
import dev.colloquy.shared.adapter.rest.page.Paging;
import dev.colloquy.shared.adapter.rest.request.Caller;
import dev.colloquy.shared.adapter.rest.request.Query;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.tool.domain.McpServer;
import dev.colloquy.tool.domain.McpServerId;
import dev.colloquy.tool.domain.port.in.BrowseMcpServers;
import dev.colloquy.tool.domain.port.in.ManageMcpServers;
import dev.colloquy.tool.domain.port.in.RefreshMcpServer;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Servers of tools; for administrators. */
@Path("/api/v1/admin/mcp-servers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "MCP servers")
final class McpServerResource {

  private final BrowseMcpServers browse;
  private final ManageMcpServers manage;
  private final RefreshMcpServer refresh;
  private final Caller caller;
  private final Idempotency once;

  McpServerResource(
      BrowseMcpServers browse,
      ManageMcpServers manage,
      RefreshMcpServer refresh,
      Caller caller,
      Idempotency once) {
    this.browse = browse;
    this.manage = manage;
    this.refresh = refresh;
    this.caller = caller;
    this.once = once;
  }

  @GET
  @Operation(summary = "List MCP servers", description = "In the order in which they were set up.")
  public CompletionStage<PageView<McpServerView>> list(
      @Nullable @QueryParam("limit") String limit, @Nullable @QueryParam("cursor") String cursor) {
    Paging paging = caller.paging(limit, cursor);
    return browse
        .list(caller.actor(), paging.request())
        .thenApply(page -> paging.view(page, McpServerView::of));
  }

  @POST
  @Operation(
      summary = "Set an MCP server up",
      description =
          "It has no tools until it is asked for them. Headers and variables are kept encrypted and"
              + " never shown again. The address must be public, or of a host that the operator"
              + " allows; a program is started only where the operator allows that.")
  @APIResponseSchema(value = McpServerView.class, responseCode = "201")
  public CompletionStage<Response> create(McpServerRequest request) {
    ManageMcpServers.Create command =
        new ManageMcpServers.Create(caller.actor(), request.draft(), request.secrets());
    return once.perform(
        () -> browse.list(command.actor(), PageRequest.first()),
        () -> manage.create(command),
        McpServerResource::created);
  }

  @GET
  @Path("{id}")
  @Operation(summary = "Read an MCP server")
  public CompletionStage<RestResponse<McpServerView>> get(@PathParam("id") String id) {
    return browse.get(caller.actor(), server(id)).thenApply(McpServerResource::shown);
  }

  @PATCH
  @Path("{id}")
  @Consumes({MediaType.APPLICATION_JSON, JsonBodyReader.MERGE_PATCH})
  @Operation(
      summary = "Set an MCP server up otherwise",
      description =
          "A merge patch (RFC 7396). At another address, or as another program, it has no tools"
              + " until it is asked for them.")
  public CompletionStage<RestResponse<McpServerView>> change(
      @PathParam("id") String id, McpServerPatchRequest request) {
    return manage
        .edit(
            new ManageMcpServers.Edit(
                caller.actor(),
                server(id),
                request::applyTo,
                request.secrets(),
                caller.precondition()))
        .thenApply(McpServerResource::shown);
  }

  @DELETE
  @Path("{id}")
  @Operation(summary = "Take an MCP server away", description = "Its tools go with it.")
  public CompletionStage<RestResponse<Void>> delete(@PathParam("id") String id) {
    return manage
        .delete(new ManageMcpServers.Delete(caller.actor(), server(id), caller.precondition()))
        .thenApply(deleted -> Answers.noContent());
  }

  @POST
  @Path("{id}/refresh")
  @Operation(
      summary = "Ask an MCP server what it offers",
      description =
          "Waits 15 seconds at the most, and remembers what it says. A server that does not answer"
              + " is a result, and no failure of the request: what it offered before stays.")
  @APIResponseSchema(value = McpServerOfferView.class, responseCode = "200")
  public CompletionStage<RestResponse<McpServerOfferView>> refresh(@PathParam("id") String id) {
    return refresh
        .handle(caller.actor(), server(id))
        .thenApply(outcome -> Answers.ok(McpServerOfferView.of(outcome)));
  }

  private static McpServerId server(String id) {
    return Query.pathId("MCP server", id, McpServerId::new);
  }

  private static RestResponse<McpServerView> shown(McpServer server) {
    return Answers.ok(McpServerView.of(server), server.version());
  }

  private static RestResponse<McpServerView> created(McpServer server) {
    return Answers.created(
        "/api/v1/admin/mcp-servers/" + server.id(), McpServerView.of(server), server.version());
  }
}
