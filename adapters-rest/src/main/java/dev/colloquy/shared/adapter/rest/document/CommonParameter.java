package dev.colloquy.shared.adapter.rest.document;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;

/** What parameters mean, by their names: the same name means the same everywhere. */
final class CommonParameter {

  private static final int MAX_LIMIT = 200;
  private static final int DEFAULT_LIMIT = 50;
  private static final int MAX_NAME = 255;

  private static final Map<String, String> MEANINGS =
      Map.ofEntries(
          Map.entry("user_id", "The user's id."),
          Map.entry("message_id", "The message's id."),
          Map.entry("invitation_id", "The invitation's id."),
          Map.entry("token", "The invitation's token, as shown when it was made."),
          Map.entry("limit", "How many there are on a page at the most."),
          Map.entry(
              "cursor", "The next_cursor of the page before, with the same other parameters."),
          Map.entry("status", "Only those in this state."),
          Map.entry("q", "Only those whose topic contains this, without regard to case."),
          Map.entry("search", "Only those whose name or username contains this."),
          Map.entry("all", "Others' too, without what they are about; for the workspace's owner."),
          Map.entry("include", "What else is to be shown."),
          Map.entry("after", "Only what comes after this position or seq."),
          Map.entry("before", "Only what comes before this seq."),
          Map.entry("types", "Only events of these types, separated by commas; at most 50."),
          Map.entry("provider_id", "Only those of this provider."),
          Map.entry(
              "from", "Only what was asked for then or later; else from the month's first on."),
          Map.entry("to", "Only what was asked for before then; else until now."),
          Map.entry("group_by", "By what is summed up."),
          Map.entry("workspace", "Only those in this workspace."),
          Map.entry("workspace_id", "Only what belongs to this workspace."),
          Map.entry("conversation_id", "Only what belongs to this conversation."));

  private CommonParameter() {}

  /** Completes what a resource declared. */
  static void describe(Parameter parameter, String path) {
    String name = parameter.getName();
    if (parameter.getDescription() == null) {
      parameter.setDescription(
          name.equals("id") ? "The " + owner(path) + "'s id." : MEANINGS.get(name));
    }
    if (parameter.getSchema() != null && parameter.getRef() == null) {
      parameter.setSchema(schema(name, parameter.getSchema()));
    }
  }

  static Parameter idempotencyKey() {
    Schema schema = text().minLength(1).maxLength(MAX_NAME).pattern("^[\\x21-\\x7E]+$");
    return header("Idempotency-Key", schema)
        .description(
            """
            Names this request for 24 hours: a repetition with the same body has no second effect \
            and is answered as the first, with `Idempotency-Replayed: true`.""")
        .example("7f1c2a9e-0b7d-4a57-9f0e-6f0a3c1d2b4e");
  }

  static Parameter ifMatch(boolean required) {
    return header("If-Match", text())
        .required(required)
        .description("The ETag of the version that is to be changed; another one answers 412.")
        .example("\"3\"");
  }

  static Parameter requestId() {
    return header("X-Request-Id", text().minLength(1).maxLength(128).pattern("^[\\x21-\\x7E]+$"))
        .description("The caller's name of the request, for logs; repeated in the answer.")
        .example("nightly-import-17");
  }

  private static Parameter header(String name, Schema schema) {
    return OASFactory.createParameter().name(name).in(In.HEADER).schema(schema);
  }

  private static Schema schema(String name, Schema declared) {
    return switch (name) {
      case "id",
          "user_id",
          "message_id",
          "invitation_id",
          "provider_id",
          "workspace",
          "workspace_id",
          "conversation_id" ->
          text().format("uuid");
      case "limit" -> whole(1).maximum(BigDecimal.valueOf(MAX_LIMIT)).defaultValue(DEFAULT_LIMIT);
      case "after", "before" -> whole(0).format("int64");
      case "all" -> schema(SchemaType.BOOLEAN).defaultValue(false);
      case "include" -> text().enumeration(List.of("messages"));
      default -> declared;
    };
  }

  private static Schema whole(int minimum) {
    return schema(SchemaType.INTEGER).minimum(BigDecimal.valueOf(minimum));
  }

  private static Schema text() {
    return schema(SchemaType.STRING);
  }

  private static Schema schema(SchemaType type) {
    return OASFactory.createSchema().addType(type);
  }

  // /workspaces/{id}/archive: the workspace
  private static String owner(String path) {
    String before = path.substring(0, path.indexOf("/{id}"));
    String things = before.substring(before.lastIndexOf('/') + 1);
    return things.substring(0, things.length() - 1).replace("api-", "API ").replace('-', ' ');
  }
}
