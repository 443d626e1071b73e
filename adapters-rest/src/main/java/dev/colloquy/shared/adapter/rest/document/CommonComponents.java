package dev.colloquy.shared.adapter.rest.document;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** What operations refer to: problems, credentials, headers. */
final class CommonComponents {

  static final String TOKEN = "access_token";
  static final String KEY = "api_key";
  static final String REQUEST_ID = "X-Request-Id";
  static final String ETAG = "ETag";
  static final String LOCATION = "Location";

  private static final String PROBLEM = "Problem";

  private CommonComponents() {}

  static void addTo(Components components) {
    components.addSchema(PROBLEM, problem());
    for (CommonAnswer each : CommonAnswer.values()) {
      components.addResponse(each.name(), response(each));
    }
    components.addSecurityScheme(
        TOKEN,
        OASFactory.createSecurityScheme()
            .type(SecurityScheme.Type.HTTP)
            .scheme("bearer")
            .bearerFormat("JWT")
            .description("The access token of a login; or an API key in its place."));
    components.addSecurityScheme(
        KEY,
        OASFactory.createSecurityScheme()
            .type(SecurityScheme.Type.APIKEY)
            .in(SecurityScheme.In.HEADER)
            .name("X-API-Key")
            .description("An API key, `clq_…`."));
    components.addHeader(REQUEST_ID, header("The request's name: the caller's, or the server's."));
    components.addHeader(ETAG, header("The version, for `If-Match`."));
    components.addHeader(LOCATION, header("The path of what was made."));
  }

  private static APIResponse response(CommonAnswer answer) {
    return OASFactory.createAPIResponse()
        .description(answer.description())
        .addHeader(REQUEST_ID, reference(REQUEST_ID))
        .content(
            OASFactory.createContent()
                .addMediaType(
                    "application/problem+json",
                    OASFactory.createMediaType()
                        .schema(OASFactory.createSchema().ref(PROBLEM))
                        .example(example(answer))));
  }

  private static Map<String, Object> example(CommonAnswer answer) {
    String title = answer.name().charAt(0) + answer.name().substring(1).toLowerCase(Locale.ROOT);
    return Map.of(
        "type", "urn:colloquy:problem:" + answer.name(),
        "title", title.replace('_', ' '),
        "status", Integer.valueOf(answer.status()),
        "detail", answer.description(),
        "code", answer.name(),
        "request_id", "0199a5c0-5b7e-7c44-9d6e-0f3b8a1c2d3e");
  }

  private static Schema problem() {
    Schema error =
        schema(SchemaType.OBJECT)
            .addProperty("pointer", text("A JSON pointer into the body (RFC 6901)", "/name"))
            .addProperty("detail", text("What is wrong with it", "is required"));
    return schema(SchemaType.OBJECT)
        .description("A refusal or a failure (RFC 9457); docs/problems.md lists all codes.")
        .required(List.of("type", "title", "status", "detail", "code", "request_id"))
        .addProperty("type", text("The code as a URN", "urn:colloquy:problem:NOT_FOUND"))
        .addProperty("title", text("The code in words", "Not found"))
        .addProperty("status", schema(SchemaType.INTEGER).examples(List.of(404)))
        .addProperty("detail", text("For people; may change", "There is no such thing."))
        .addProperty("code", text("For programs; stays", "NOT_FOUND"))
        .addProperty("request_id", text("Names the request in logs", "nightly-import-17"))
        .addProperty(
            "errors",
            schema(SchemaType.ARRAY).items(error).description("All that is not valid in a body"));
  }

  private static Schema text(String description, String example) {
    return schema(SchemaType.STRING).description(description).examples(List.of(example));
  }

  private static Schema schema(SchemaType type) {
    return OASFactory.createSchema().addType(type);
  }

  private static Header header(String description) {
    return OASFactory.createHeader().description(description).schema(schema(SchemaType.STRING));
  }

  static Header reference(String header) {
    return OASFactory.createHeader().ref(header);
  }
}
