package dev.colloquy.run.adapter.rest;

import dev.colloquy.run.domain.OrchestrationRule;
import dev.colloquy.run.domain.OrchestrationRuleId;
import dev.colloquy.run.domain.RuleDraft;
import dev.colloquy.run.domain.port.in.ManageOrchestration;
import dev.colloquy.shared.adapter.rest.answer.Answers;
import dev.colloquy.shared.adapter.rest.answer.Idempotency;
import dev.colloquy.shared.adapter.rest.body.JsonBodyReader;
import dev.colloquy.shared.adapter.rest.page.PageView;
import dev.colloquy.shared.adapter.rest.page.Paging;
import dev.colloquy.shared.adapter.rest.request.Caller;
import dev.colloquy.shared.adapter.rest.request.Query;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.PageRequest;
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

/** Which models answer runs that name none; for administrators. */
@Path("/api/v1/admin/orchestration-rules")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Providers")
final class OrchestrationRuleResource {

  private final ManageOrchestration manage;
  private final Caller caller;
  private final Idempotency once;

  OrchestrationRuleResource(ManageOrchestration manage, Caller caller, Idempotency once) {
    this.manage = manage;
    this.caller = caller;
    this.once = once;
  }

  @GET
  @Operation(summary = "List the orchestration rules", description = "Newest first.")
  public CompletionStage<PageView<OrchestrationRuleView>> list(
      @Nullable @QueryParam("limit") String limit, @Nullable @QueryParam("cursor") String cursor) {
    Paging paging = caller.paging(limit, cursor);
    return manage
        .list(caller.actor(), paging.request())
        .thenApply(page -> paging.view(page, OrchestrationRuleView::of));
  }

  @POST
  @Operation(
      summary = "Rule which models are asked",
      description =
          "It decides for runs that name no model. Where nothing comes of a model before its first"
              + " word, the next one of the sequence is asked.")
  @APIResponseSchema(value = OrchestrationRuleView.class, responseCode = "201")
  public CompletionStage<Response> create(OrchestrationRuleRequest request) {
    Actor.OfUser actor = caller.actor();
    RuleDraft draft = request.draft();
    return once.perform(
        () -> manage.list(actor, PageRequest.first()),
        () -> manage.create(actor, draft),
        OrchestrationRuleResource::created);
  }

  @GET
  @Path("{id}")
  @Operation(summary = "Read an orchestration rule")
  public CompletionStage<RestResponse<OrchestrationRuleView>> get(@PathParam("id") String id) {
    return manage.get(caller.actor(), rule(id)).thenApply(OrchestrationRuleResource::shown);
  }

  @PATCH
  @Path("{id}")
  @Consumes({MediaType.APPLICATION_JSON, JsonBodyReader.MERGE_PATCH})
  @Operation(
      summary = "Rule otherwise",
      description = "A merge patch (RFC 7396). Runs that were asked for stay with their models.")
  public CompletionStage<RestResponse<OrchestrationRuleView>> change(
      @PathParam("id") String id, OrchestrationRulePatchRequest request) {
    return manage
        .edit(
            new ManageOrchestration.Edit(
                caller.actor(), rule(id), request::applyTo, caller.precondition()))
        .thenApply(OrchestrationRuleResource::shown);
  }

  @DELETE
  @Path("{id}")
  @Operation(summary = "Take an orchestration rule away")
  public CompletionStage<RestResponse<Void>> delete(@PathParam("id") String id) {
    return manage
        .delete(caller.actor(), rule(id), caller.precondition())
        .thenApply(deleted -> Answers.noContent());
  }

  private static OrchestrationRuleId rule(String id) {
    return Query.pathId("orchestration rule", id, OrchestrationRuleId::new);
  }

  private static RestResponse<OrchestrationRuleView> shown(OrchestrationRule it) {
    return Answers.ok(OrchestrationRuleView.of(it), it.version());
  }

  private static RestResponse<OrchestrationRuleView> created(OrchestrationRule it) {
    return Answers.created(
        "/api/v1/admin/orchestration-rules/" + it.id(), OrchestrationRuleView.of(it), it.version());
  }
}
