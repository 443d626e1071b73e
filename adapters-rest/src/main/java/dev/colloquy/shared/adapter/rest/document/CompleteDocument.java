package dev.colloquy.shared.adapter.rest.document;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;

/** Completes the description while the application is built. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class CompleteDocument implements OASFilter {

  private static final Map<String, String> TAGS =
      Map.ofEntries(
          Map.entry("Authentication", "Accounts come about, login sessions begin and end."),
          Map.entry("Users", "One's own account, and colleagues."),
          Map.entry("Login sessions", "Where one is logged in."),
          Map.entry("API keys", "Credentials for programs."),
          Map.entry("Signing keys", "What access tokens are signed and verified with."),
          Map.entry("Workspaces", "Where people work together: members, roles, invitations."),
          Map.entry("Conversations", "What only their participants read and write."),
          Map.entry("Messages", "What is said in a conversation, in one order without gaps."),
          Map.entry("Search", "What is found in all that one may read."),
          Map.entry(
              "Events",
              "Everything that happens, as pages and live streams, resumable without loss."),
          Map.entry("Providers", "Whose models may be used, set up by administrators."),
          Map.entry("Models", "Which language models may be used."),
          Map.entry("MCP servers", "Other people's servers of tools; for administrators."),
          Map.entry("Tools", "What models may ask for, and people too."),
          Map.entry("Runs", "Answers of models: asked for, streamed, kept, whoever watches."),
          Map.entry("Usage", "What models were asked, what it took, and how much may be asked."));

  @Override
  public void filterOpenAPI(OpenAPI document) {
    if (document.getComponents() == null) {
      document.setComponents(OASFactory.createComponents());
    }
    CommonComponents.addTo(document.getComponents());
    document.setTags(
        TAGS.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(it -> OASFactory.createTag().name(it.getKey()).description(it.getValue()))
            .toList());
    document.setSecurity(List.of(demand(CommonComponents.TOKEN), demand(CommonComponents.KEY)));
    document.getComponents().getSchemas().values().forEach(Examples::addTo);
    document
        .getPaths()
        .getPathItems()
        .forEach(
            (path, item) ->
                item.getOperations()
                    .forEach(
                        (method, operation) ->
                            complete(operation, Traits.of(method, path, operation))));
  }

  private static void complete(Operation operation, Traits traits) {
    operation.setOperationId(traits.operationId());
    operation.setSecurity(traits.needsSomebody() ? null : List.of());
    addParameters(operation, traits);
    tellOfNoContent(operation.getResponses());
    operation
        .getResponses()
        .getAPIResponses()
        .forEach((status, answer) -> addHeaders(status, answer, traits));
    for (CommonAnswer each : CommonAnswer.values()) {
      if (each.appliesTo(traits) && !isTold(each, operation)) {
        operation
            .getResponses()
            .addAPIResponse(each.status(), OASFactory.createAPIResponse().ref(each.name()));
      }
    }
  }

  // The platform takes a POST for a creation, even where it answers nothing.
  private static void tellOfNoContent(APIResponses answers) {
    APIResponse created = answers.getAPIResponse("201");
    if (created != null && created.getContent() == null) {
      answers.removeAPIResponse("201");
      answers.addAPIResponse("204", created.description("Done"));
    }
  }

  // The platform adds a 400 of its own to whatever has a body, without saying anything about it.
  private static boolean isTold(CommonAnswer answer, Operation operation) {
    APIResponse told = operation.getResponses().getAPIResponse(answer.status());
    return told != null && told.getContent() != null;
  }

  private static void addParameters(Operation operation, Traits traits) {
    if (operation.getParameters() != null) {
      operation.getParameters().forEach(it -> CommonParameter.describe(it, traits.path()));
    }
    if (traits.isOnce()) {
      operation.addParameter(CommonParameter.idempotencyKey());
    }
    if (traits.isConditional()) {
      operation.addParameter(CommonParameter.ifMatch(traits.mustBeConditional()));
    }
    operation.addParameter(CommonParameter.requestId());
  }

  private static void addHeaders(String status, APIResponse answer, Traits traits) {
    answer.addHeader(CommonComponents.REQUEST_ID, reference(CommonComponents.REQUEST_ID));
    boolean tellsWhere = status.equals("201") || status.equals("202");
    if (tellsWhere && traits.isOnce()) {
      answer.addHeader(CommonComponents.LOCATION, reference(CommonComponents.LOCATION));
    }
  }

  private static Header reference(String name) {
    return CommonComponents.reference(name);
  }

  private static SecurityRequirement demand(String scheme) {
    return OASFactory.createSecurityRequirement().addScheme(scheme);
  }
}
