package dev.colloquy.model.adapter.rest;

import dev.colloquy.model.domain.Provider;
import dev.colloquy.model.domain.ProviderId;
import dev.colloquy.model.domain.port.in.BrowseProviders;
import dev.colloquy.model.domain.port.in.ManageProviders;
import dev.colloquy.model.domain.port.in.TestProvider;
import dev.colloquy.shared.adapter.rest.answer.Answers;
import dev.colloquy.shared.adapter.rest.answer.Idempotency;
import dev.colloquy.shared.adapter.rest.body.JsonBodyReader;
import dev.colloquy.shared.adapter.rest.page.PageView;
import dev.colloquy.shared.adapter.rest.page.Paging;
import dev.colloquy.shared.adapter.rest.request.Caller;
import dev.colloquy.shared.adapter.rest.request.Query;
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

/** Providers of models; for administrators. */
@Path("/api/v1/admin/providers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Providers")
final class ProviderResource {

  private final BrowseProviders browse;
  private final ManageProviders manage;
  private final TestProvider test;
  private final Caller caller;
  private final Idempotency once;

  ProviderResource(
      BrowseProviders browse,
      ManageProviders manage,
      TestProvider test,
      Caller caller,
      Idempotency once) {
    this.browse = browse;
    this.manage = manage;
    this.test = test;
    this.caller = caller;
    this.once = once;
  }

  @GET
  @Operation(summary = "List providers", description = "In the order in which they were set up.")
  public CompletionStage<PageView<ProviderView>> list(
      @Nullable @QueryParam("limit") String limit, @Nullable @QueryParam("cursor") String cursor) {
    Paging paging = caller.paging(limit, cursor);
    return browse
        .list(caller.actor(), paging.request())
        .thenApply(page -> paging.view(page, ProviderView::of));
  }

  @POST
  @Operation(
      summary = "Set a provider up",
      description =
          "The key is kept encrypted and never shown again. The address must be public, or of a"
              + " host that the operator allows.")
  @APIResponseSchema(value = ProviderView.class, responseCode = "201")
  public CompletionStage<Response> create(ProviderRequest request) {
    ManageProviders.Create command =
        new ManageProviders.Create(caller.actor(), request.draft(), request.apiKey());
    return once.perform(
        () -> browse.list(command.actor(), PageRequest.first()),
        () -> manage.create(command),
        ProviderResource::created);
  }

  @GET
  @Path("health")
  @Operation(
      summary = "Read how providers do",
      description =
          "How they did when they were last tried, and whether this node calls them at present;"
              + " others may have fared otherwise.")
  public CompletionStage<PageView<ProviderHealthView>> health(
      @Nullable @QueryParam("limit") String limit, @Nullable @QueryParam("cursor") String cursor) {
    Paging paging = caller.paging(limit, cursor);
    return browse
        .health(caller.actor(), paging.request())
        .thenApply(page -> paging.view(page, ProviderHealthView::of));
  }

  @GET
  @Path("{id}")
  @Operation(summary = "Read a provider")
  public CompletionStage<RestResponse<ProviderView>> get(@PathParam("id") String id) {
    return browse.get(caller.actor(), provider(id)).thenApply(ProviderResource::shown);
  }

  @PATCH
  @Path("{id}")
  @Consumes({MediaType.APPLICATION_JSON, JsonBodyReader.MERGE_PATCH})
  @Operation(
      summary = "Set a provider up otherwise",
      description = "A merge patch (RFC 7396). What runs do now is not disturbed.")
  public CompletionStage<RestResponse<ProviderView>> change(
      @PathParam("id") String id, ProviderPatchRequest request) {
    return manage
        .edit(
            new ManageProviders.Edit(
                caller.actor(),
                provider(id),
                request::applyTo,
                request.apiKey(),
                caller.precondition()))
        .thenApply(ProviderResource::shown);
  }

  @DELETE
  @Path("{id}")
  @Operation(
      summary = "Take a provider away",
      description = "Refused while models of it are set up; it can be made inactive instead.")
  public CompletionStage<RestResponse<Void>> delete(@PathParam("id") String id) {
    return manage
        .delete(new ManageProviders.Delete(caller.actor(), provider(id), caller.precondition()))
        .thenApply(deleted -> Answers.noContent());
  }

  @POST
  @Path("{id}/test")
  @Operation(
      summary = "Try a provider",
      description =
          "Asks one of its models a very short question and waits 15 seconds at the most. A"
              + " provider that does not answer is a result, and no failure of the request.")
  @APIResponseSchema(value = HealthCheckView.class, responseCode = "200")
  public CompletionStage<RestResponse<HealthCheckView>> test(@PathParam("id") String id) {
    return test.handle(caller.actor(), provider(id))
        .thenApply(check -> Answers.ok(HealthCheckView.of(check)));
  }

  private static ProviderId provider(String id) {
    return Query.pathId("provider", id, ProviderId::new);
  }

  private static RestResponse<ProviderView> shown(Provider provider) {
    return Answers.ok(ProviderView.of(provider), provider.version());
  }

  private static RestResponse<ProviderView> created(Provider provider) {
    return Answers.created(
        "/api/v1/admin/providers/" + provider.id(), ProviderView.of(provider), provider.version());
  }
}
