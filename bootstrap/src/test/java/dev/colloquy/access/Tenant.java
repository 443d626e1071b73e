package dev.colloquy.access;

import dev.colloquy.bootstrap.testing.User;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A workspace with everybody in it, a conversation, a message, an invitation. */
final class Tenant {

  /** In whatever only members of the workspace may see. */
  static final String OF_WORKSPACE = "hiddenplace";

  /** In whatever only participants of the conversation may see. */
  static final String OF_CONVERSATION = "hiddenwords";

  private static final Pattern VARIABLE = Pattern.compile("\\$([a-z]+)");

  private final Calls calls;
  private final Cast cast;
  final String workspace;
  final String conversation;
  final String message;
  final String run;
  private final String model;
  private final String invitation;
  private final String token;
  private String approval = "";
  private String mcpServer = "";

  Tenant(Calls calls, Cast cast) {
    this.calls = calls;
    this.cast = cast;
    workspace =
        post(
                Who.OWNER,
                "/api/v1/workspaces",
                "{\"name\":\""
                    + OF_WORKSPACE
                    + UUID.randomUUID()
                    + "\",\"description\":\""
                    + OF_WORKSPACE
                    + "\",\"metadata\":{\"a\":\""
                    + OF_WORKSPACE
                    + "\"}}")
            .id();
    join(Who.VIEWER, "viewer");
    join(Who.EDITOR, "editor");
    join(Who.ADMIN, "admin");
    join(Who.PARTICIPANT, "viewer");
    join(Who.CREATOR, "editor");
    conversation =
        post(
                Who.CREATOR,
                "/api/v1/conversations",
                "{\"workspace_id\":\""
                    + workspace
                    + "\",\"topic\":\""
                    + OF_CONVERSATION
                    + "\",\"participant_ids\":[\""
                    + id(Who.PARTICIPANT)
                    + "\"]}")
            .id();
    message =
        post(
                Who.CREATOR,
                "/api/v1/conversations/" + conversation + "/messages",
                "{\"content\":\"First " + OF_CONVERSATION + "\"}")
            .id();
    calls
        .send(
            cast.credential(Who.CREATOR),
            "PATCH",
            "/api/v1/conversations/" + conversation + "/messages/" + message,
            Optional.of("{\"content\":\"Now " + OF_CONVERSATION + "\"}"))
        .expect(200);
    run = answered();
    calls
        .send(
            cast.credential(Who.CREATOR),
            "POST",
            "/api/v1/conversations/" + conversation + "/summarize")
        .expect(200);
    model = calls.send(cast.credential(Who.OWNER), "GET", "/api/v1/models").expect(200).id();
    Calls.Answer invited =
        post(
            Who.OWNER,
            "/api/v1/workspaces/" + workspace + "/invitations",
            "{\"email\":\"" + cast.person(Who.INVITED).email() + "\",\"role\":\"viewer\"}");
    invitation = invited.id();
    token = invited.field("token");
  }

  /** Somebody who was here: joined, took part, and was taken out again. */
  void removeAgain(Who who) {
    join(who, "viewer");
    String seat = "/api/v1/conversations/" + conversation + "/participants/" + id(who);
    calls.send(cast.credential(Who.CREATOR), "PUT", seat).expect(204);
    calls
        .send(
            cast.credential(Who.OWNER),
            "DELETE",
            "/api/v1/workspaces/" + workspace + "/members/" + id(who))
        .expect(204);
  }

  /** The operation upon what is here. */
  Calls.Answer request(Operation operation, Rule rule, String credential, String... headers) {
    Optional<String> body = Optional.of(rule.body()).filter(it -> !it.isEmpty()).map(this::filled);
    return calls.send(credential, operation.method(), path(operation, credential), body, headers);
  }

  private String path(Operation operation, String credential) {
    String user = id(other(operation, credential));
    String path = operation.path();
    if (path.startsWith("/api/v1/users/me/") && path.contains("{id}")) {
      return path.replace("{id}", firstOf(path.replace("/{id}", "")));
    }
    if (path.startsWith("/api/v1/admin/") && path.contains("{id}")) {
      return path.replace("{id}", setUp(operation));
    }
    if (path.startsWith("/api/v1/approvals/{id}")) {
      return path.replace("{id}", approval());
    }
    return path.replace("/workspaces/{id}", "/workspaces/" + workspace)
        .replace("/conversations/{id}", "/conversations/" + conversation)
        .replace("/runs/{id}", "/runs/" + run)
        .replace("/models/{id}", "/models/" + model)
        .replace("/tools/{id}", "/tools/search_messages")
        .replace("/users/{id}", "/users/" + id(Who.VIEWER))
        .replace("/{message_id}", "/" + message)
        .replace("/{invitation_id}", "/" + invitation)
        .replace("/{token}", "/" + token)
        .replace("/{user_id}", "/" + user);
  }

  // a quota, an MCP server, a tool, a provider, or a model of one; a provider that is to be deleted
  // has none
  private String setUp(Operation operation) {
    if (operation.path().contains("/quotas/")) {
      return setUp("quotas", Rule.QUOTA.replace("$user", User.registered("Limited").id()));
    }
    if (operation.path().contains("/mcp-servers/")) {
      return mcpServer(operation.method().equals("DELETE"));
    }
    if (operation.path().contains("/admin/tools/")) {
      return "calculator";
    }
    if (operation.path().contains("/orchestration-rules/")) {
      return setUp("orchestration-rules", filled(Rule.ORCHESTRATION));
    }
    String provider = setUp("providers", Rule.PROVIDER);
    boolean alone = operation.method().equals("DELETE") && operation.path().contains("/providers/");
    if (alone) {
      return provider;
    }
    String model = setUp("models", Rule.MODEL.replace("$provider", provider));
    return operation.path().contains("/models/") ? model : provider;
  }

  private String setUp(String things, String body) {
    String unique =
        body.replace("$unique", UUID.randomUUID().toString()).replace("$short", shortName());
    return post(Who.ADMINISTRATOR, "/api/v1/admin/" + things, unique).id();
  }

  // there may not be very many
  private String mcpServer(boolean another) {
    if (another) {
      return setUp("mcp-servers", Rule.MCP_SERVER);
    }
    if (mcpServer.isEmpty()) {
      mcpServer = setUp("mcp-servers", Rule.MCP_SERVER);
    }
    return mcpServer;
  }

  private static String shortName() {
    return "s" + UUID.randomUUID().toString().substring(24);
  }

  // of a run of the creator's, in a conversation of its own; made only where it is asked for
  private String approval() {
    if (approval.isEmpty()) {
      String elsewhere =
          post(
                  Who.CREATOR,
                  "/api/v1/conversations",
                  "{\"workspace_id\":\"" + workspace + "\",\"topic\":\"" + OF_CONVERSATION + "\"}")
              .id();
      String waiting =
          calls
              .send(
                  cast.credential(Who.CREATOR),
                  "POST",
                  "/api/v1/conversations/" + elsewhere + "/runs",
                  Optional.of("{\"input\":\"/tool send_letter {}\",\"tools\":[\"send_letter\"]}"))
              .expect(202)
              .id();
      Awaitility.await("the run to wait")
          .until(
              () ->
                  calls
                      .send(cast.credential(Who.CREATOR), "GET", "/api/v1/runs/" + waiting)
                      .body()
                      .contains("waiting_approval"));
      approval =
          calls.send(cast.credential(Who.CREATOR), "GET", "/api/v1/approvals").expect(200).id();
    }
    return approval;
  }

  // whom it is about; whoever may not take others out may still leave himself
  private Who other(Operation operation, String credential) {
    if (!operation.method().equals("DELETE")) {
      return Who.VIEWER;
    }
    boolean seat = operation.path().contains("/participants/");
    Who usual = seat ? Who.PARTICIPANT : Who.VIEWER;
    Who instead = seat ? Who.CREATOR : Who.EDITOR;
    return credential.equals(cast.credential(usual)) ? instead : usual;
  }

  // an API key or a login session of the owner's
  private String firstOf(String list) {
    return calls.send(cast.credential(Who.OWNER), "GET", list).expect(200).id();
  }

  private String filled(String body) {
    String provider = body.contains("$provider") ? setUp("providers", Rule.PROVIDER) : "";
    Map<String, String> values =
        Map.of(
            "unique",
            UUID.randomUUID().toString(),
            "short",
            shortName(),
            "provider",
            provider,
            "model",
            model,
            "workspace",
            workspace,
            "conversation",
            conversation,
            "editor",
            id(Who.EDITOR),
            "stranger",
            id(Who.STRANGER));
    return VARIABLE
        .matcher(body)
        .replaceAll(it -> Matcher.quoteReplacement(values.get(it.group(1))));
  }

  /** What of the tenant's an answer gives away that this one must not see. */
  Optional<String> leak(Who who, boolean ofCreator, String body) {
    boolean key = who == Who.READ_KEY || who == Who.WRITE_KEY;
    boolean member = Who.MEMBERS.contains(who) || key;
    boolean talker = Who.TALKERS.contains(who) || (key && ofCreator);
    Stream<String> ofConversation = Stream.of(OF_CONVERSATION, conversation, message, run);
    Stream<String> ofWorkspace = Stream.of(OF_WORKSPACE, workspace, invitation, token);
    // the key's own user has such a name
    Stream<String> ofPeople = who == Who.FOREIGN_KEY ? Stream.of() : Stream.of(Cast.MARK);
    return Stream.of(
            talker ? Stream.<String>of() : ofConversation,
            member ? Stream.<String>of() : ofWorkspace,
            member ? Stream.<String>of() : ofPeople)
        .flatMap(it -> it)
        .filter(body::contains)
        .findFirst();
  }

  /** Makes room: nobody may own very many. */
  void close() {
    calls.send(cast.credential(Who.OWNER), "DELETE", "/api/v1/workspaces/" + workspace);
  }

  // a run that has ended
  private String answered() {
    String id =
        calls
            .send(
                cast.credential(Who.CREATOR),
                "POST",
                "/api/v1/conversations/" + conversation + "/runs",
                Optional.of("{\"input\":\"/say " + OF_CONVERSATION + "\"}"))
            .expect(202)
            .id();
    Awaitility.await()
        .until(
            () ->
                calls
                    .send(cast.credential(Who.CREATOR), "GET", "/api/v1/runs/" + id)
                    .field("status"),
            "completed"::equals);
    return id;
  }

  private void join(Who who, String role) {
    post(
        Who.OWNER,
        "/api/v1/workspaces/" + workspace + "/members",
        "{\"user_id\":\"" + id(who) + "\",\"role\":\"" + role + "\"}");
  }

  private Calls.Answer post(Who who, String path, String body) {
    return calls.send(cast.credential(who), "POST", path, Optional.of(body)).expect(201);
  }

  private String id(Who who) {
    return cast.person(who).id();
  }
}
