package dev.colloquy.usage.adapter.rest;

import dev.colloquy.shared.adapter.rest.answer.Answers;
import dev.colloquy.shared.adapter.rest.answer.Idempotency;
import dev.colloquy.shared.adapter.rest.body.JsonBodyReader;
import dev.colloquy.shared.adapter.rest.page.PageView;
import dev.colloquy.shared.adapter.rest.page.Paging;
import dev.colloquy.shared.adapter.rest.request.Caller;
import dev.colloquy.shared.adapter.rest.request.Query;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.usage.domain.Quota;
import dev.colloquy.usage.domain.QuotaId;
import dev.colloquy.usage.domain.port.in.BrowseQuotas;
import dev.colloquy.usage.domain.port.in.ManageQuotas;
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

/** Quotas; for administrators. */
@Path("/api/v1/admin/quotas")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Usage")
final class QuotaResource {

  private final BrowseQuotas browse;
  private final ManageQuotas manage;
  private final Caller caller;
  private final Idempotency once;

  QuotaResource(BrowseQuotas browse, ManageQuotas manage, Caller caller, Idempotency once) {
    this.browse = browse;
    this.manage = manage;
    this.caller = caller;
    this.once = once;
  }

  @GET
  @Operation(summary = "List the quotas", description = "Newest first.")
  public CompletionStage<PageView<QuotaView>> list(
      @Nullable @QueryParam("limit") String limit, @Nullable @QueryParam("cursor") String cursor) {
    Paging paging = caller.paging(limit, cursor);
    return browse
        .list(caller.actor(), paging.request())
        .thenApply(page -> paging.view(page, QuotaView::of));
  }

  @POST
  @Operation(
      summary = "Limit what may be taken of models",
      description =
          "What was used in this period counts already. Each user of a tier has the whole limit.")
  @APIResponseSchema(value = QuotaView.class, responseCode = "201")
  public CompletionStage<Response> create(QuotaRequest request) {
    Actor.OfUser actor = caller.actor();
    ManageQuotas.Create command = request.command(actor);
    return once.perform(
        () -> browse.list(actor, PageRequest.first()),
        () -> manage.create(command),
        QuotaResource::created);
  }

  @GET
  @Path("{id}")
  @Operation(summary = "Read a quota")
  public CompletionStage<RestResponse<QuotaView>> get(@PathParam("id") String id) {
    return browse.get(caller.actor(), quota(id)).thenApply(QuotaResource::shown);
  }

  @PATCH
  @Path("{id}")
  @Consumes({MediaType.APPLICATION_JSON, JsonBodyReader.MERGE_PATCH})
  @Operation(
      summary = "Allow more or less",
      description = "A merge patch (RFC 7396). What is under way stays.")
  public CompletionStage<RestResponse<QuotaView>> change(
      @PathParam("id") String id, QuotaPatchRequest request) {
    return manage
        .change(
            new ManageQuotas.ChangeLimit(
                caller.actor(), quota(id), request.limit(), caller.precondition()))
        .thenApply(QuotaResource::shown);
  }

  @DELETE
  @Path("{id}")
  @Operation(summary = "Take a limit away")
  public CompletionStage<RestResponse<Void>> delete(@PathParam("id") String id) {
    return manage
        .delete(new ManageQuotas.Delete(caller.actor(), quota(id), caller.precondition()))
        .thenApply(deleted -> Answers.noContent());
  }

  private static QuotaId quota(String id) {
    return Query.pathId("quota", id, QuotaId::new);
  }

  private static RestResponse<QuotaView> shown(Quota quota) {
    return Answers.ok(QuotaView.of(quota), quota.version());
  }

  private static RestResponse<QuotaView> created(Quota quota) {
    return Answers.created(
        "/api/v1/admin/quotas/" + quota.id(), QuotaView.of(quota), quota.version());
  }
}
