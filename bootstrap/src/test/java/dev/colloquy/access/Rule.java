package dev.colloquy.access;

import static dev.colloquy.access.Who.ADMIN;
import static dev.colloquy.access.Who.ADMINISTRATOR;
import static dev.colloquy.access.Who.CONTRIBUTORS;
import static dev.colloquy.access.Who.CREATOR;
import static dev.colloquy.access.Who.INVITED;
import static dev.colloquy.access.Who.MANAGERS;
import static dev.colloquy.access.Who.MEMBERS;
import static dev.colloquy.access.Who.OWNER;
import static dev.colloquy.access.Who.PEOPLE;
import static dev.colloquy.access.Who.TALKERS;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Who is served by an operation, and what it is sent.
 *
 * @param body JSON in which {@code $name} stands for something of the tenant; empty for none
 */
record Rule(Kind kind, Set<Who> served, String body) {

  /** What an operation is about. */
  enum Kind {
    /** Needs nobody. */
    PUBLIC,
    /** The caller's own things, whoever he is; only reading ones are tried by everybody. */
    OWN,
    /** A list over all places: everybody is served, with what is his. */
    LIST,
    /** Something that belongs to the tenant. */
    PLACE
  }

  /** Nothing that anybody would be answered by. */
  static final String PROVIDER =
      "{\"name\":\"$unique\",\"kind\":\"rehearsal\",\"status\":\"inactive\"}";

  static final String MODEL =
      "{\"provider_id\":\"$provider\",\"name\":\"$unique\",\"enabled\":false,"
          + "\"context_window\":9,\"max_tokens\":5}";

  /** Nowhere, and so at once found out. */
  static final String MCP_SERVER =
      "{\"name\":\"$short\",\"transport\":\"streamable_http\","
          + "\"url\":\"http://localhost:1/mcp\",\"enabled\":false}";

  /** More than anybody takes. */
  static final String QUOTA =
      "{\"subject\":\"user\",\"subject_id\":\"$user\",\"metric\":\"tokens\","
          + "\"period\":\"day\",\"limit\":1000000}";

  /** For nobody. */
  static final String ORCHESTRATION =
      "{\"strategy\":\"fallback\",\"model_sequence\":[\"$model\"],\"enabled\":false}";

  private static final Map<Operation, Rule> ALL = new LinkedHashMap<>();

  static {
    nobody("POST /api/v1/auth/register", "POST /api/v1/auth/login", "POST /api/v1/auth/refresh");
    nobody("POST /api/v1/auth/setup", "GET /.well-known/jwks.json");
    own("GET /api/v1/auth/verify", "POST /api/v1/auth/logout", "POST /api/v1/auth/logout-all");
    own("POST /api/v1/auth/change-password");
    own("GET /api/v1/users/me", "PATCH /api/v1/users/me", "DELETE /api/v1/users/me");
    own("GET /api/v1/users/me/preferences", "PUT /api/v1/users/me/preferences");
    own("GET /api/v1/users/me/sessions", "GET /api/v1/users/me/api-keys");
    own("GET /api/v1/users/me/usage", "GET /api/v1/users/me/quota");
    own("POST /api/v1/users/me/api-keys", "POST /api/v1/workspaces");
    own("POST /api/v1/events/tickets");
    list("GET /api/v1/users", "");
    list("GET /api/v1/workspaces", "");
    list("GET /api/v1/conversations", "");
    list("GET /api/v1/events", "");
    list("GET /api/v1/output/stream", "");
    list("POST /api/v1/search", "{\"q\":\"hidden\"}");
    list("GET /api/v1/runs", "");
    list("GET /api/v1/approvals", "");
    list("GET /api/v1/models", "");
    list("GET /api/v1/models/{id}", "");
    list("GET /api/v1/tools", "");
    list("GET /api/v1/tools/{id}", "");
    list("POST /api/v1/tools/{id}/invoke", "{\"arguments\":{\"query\":\"hidden\"}}");

    String keyChange = "{\"name\":\"Mine now\"}";
    place("PATCH /api/v1/users/me/api-keys/{id}", EnumSet.of(OWNER), keyChange);
    place("DELETE /api/v1/users/me/api-keys/{id}", EnumSet.of(OWNER), "");
    place("DELETE /api/v1/users/me/sessions/{id}", EnumSet.of(OWNER), "");
    place("GET /api/v1/users/{id}", MEMBERS, "");
    place("POST /api/v1/admin/signing-keys/rotate", EnumSet.of(ADMINISTRATOR), "");

    String providers = "/api/v1/admin/providers";
    Set<Who> administrators = EnumSet.of(ADMINISTRATOR);
    place("GET " + providers, administrators, "");
    place("POST " + providers, administrators, PROVIDER);
    place("GET " + providers + "/health", administrators, "");
    place("GET " + providers + "/{id}", administrators, "");
    place("PATCH " + providers + "/{id}", administrators, "{\"rate_limit_per_minute\":9}");
    place("DELETE " + providers + "/{id}", administrators, "");
    place("POST " + providers + "/{id}/test", administrators, "");
    String models = "/api/v1/admin/models";
    place("GET " + models, administrators, "");
    place("POST " + models, administrators, MODEL);
    place("GET " + models + "/{id}", administrators, "");
    place("PATCH " + models + "/{id}", administrators, "{\"tier\":2}");
    place("DELETE " + models + "/{id}", administrators, "");

    String servers = "/api/v1/admin/mcp-servers";
    place("GET " + servers, administrators, "");
    place("POST " + servers, administrators, MCP_SERVER);
    place("GET " + servers + "/{id}", administrators, "");
    place("PATCH " + servers + "/{id}", administrators, "{\"requires_approval\":false}");
    place("DELETE " + servers + "/{id}", administrators, "");
    place("POST " + servers + "/{id}/refresh", administrators, "");
    String tools = "/api/v1/admin/tools";
    place("GET " + tools, administrators, "");
    place("GET " + tools + "/{id}", administrators, "");
    place("PATCH " + tools + "/{id}", administrators, "{\"enabled\":true}");

    String quotas = "/api/v1/admin/quotas";
    place("GET /api/v1/admin/usage", administrators, "");
    place("GET " + quotas, administrators, "");
    place("POST " + quotas, administrators, QUOTA.replace("$user", "$editor"));
    place("GET " + quotas + "/{id}", administrators, "");
    place("PATCH " + quotas + "/{id}", administrators, "{\"limit\":2000000}");
    place("DELETE " + quotas + "/{id}", administrators, "");

    String orchestration = "/api/v1/admin/orchestration-rules";
    place("GET " + orchestration, administrators, "");
    place("POST " + orchestration, administrators, ORCHESTRATION);
    place("GET " + orchestration + "/{id}", administrators, "");
    place("PATCH " + orchestration + "/{id}", administrators, "{\"priority\":7}");
    place("DELETE " + orchestration + "/{id}", administrators, "");

    String workspace = "/api/v1/workspaces/{id}";
    place("GET " + workspace, MEMBERS, "");
    place("GET " + workspace + "/stats", MEMBERS, "");
    place("GET " + workspace + "/events", MEMBERS, "");
    place("GET " + workspace + "/conversations", MEMBERS, "");
    place("GET " + workspace + "/members", MEMBERS, "");
    String replacement = "{\"name\":\"Taken over\",\"description\":\"By nobody\"}";
    place("PUT " + workspace, EnumSet.of(OWNER), replacement);
    place("PATCH " + workspace, EnumSet.of(OWNER), "{\"description\":\"By nobody\"}");
    place("DELETE " + workspace, EnumSet.of(OWNER), "");
    place("POST " + workspace + "/archive", EnumSet.of(OWNER), "");
    place("POST " + workspace + "/restore", EnumSet.of(OWNER), "");
    place("POST " + workspace + "/transfer", EnumSet.of(OWNER), "{\"user_id\":\"$editor\"}");
    String newcomer = "{\"user_id\":\"$stranger\",\"role\":\"viewer\"}";
    place("POST " + workspace + "/members", MANAGERS, newcomer);
    place("PATCH " + workspace + "/members/{user_id}", MANAGERS, "{\"role\":\"editor\"}");
    place("DELETE " + workspace + "/members/{user_id}", MANAGERS, "");
    String guest = "{\"email\":\"guest@example.com\",\"role\":\"viewer\"}";
    place("GET " + workspace + "/invitations", MANAGERS, "");
    place("POST " + workspace + "/invitations", MANAGERS, guest);
    place("DELETE " + workspace + "/invitations/{invitation_id}", MANAGERS, "");
    place("POST /api/v1/invitations/{token}/accept", EnumSet.of(INVITED), "");
    place("POST /api/v1/invitations/{token}/decline", EnumSet.of(INVITED), "");
    place("POST " + workspace + "/conversations", CONTRIBUTORS, "{\"topic\":\"New\"}");
    String elsewhere = "{\"workspace_id\":\"$workspace\",\"topic\":\"New\"}";
    place("POST /api/v1/conversations", CONTRIBUTORS, elsewhere);

    String conversation = "/api/v1/conversations/{id}";
    String message = conversation + "/messages/{message_id}";
    place("GET " + conversation, TALKERS, "");
    place("GET " + conversation + "/events", TALKERS, "");
    place("GET " + conversation + "/export", TALKERS, "");
    place("GET " + conversation + "/messages", TALKERS, "");
    place("GET " + message, TALKERS, "");
    place("GET " + message + "/revisions", TALKERS, "");
    place("PUT " + conversation, TALKERS, "{\"topic\":\"Taken over\"}");
    place("PATCH " + conversation, TALKERS, "{\"topic\":\"Taken over\"}");
    place("DELETE " + conversation, EnumSet.of(CREATOR), "");
    place("POST " + conversation + "/archive", TALKERS, "");
    place("POST " + conversation + "/restore", TALKERS, "");
    place("POST " + conversation + "/fork", EnumSet.of(CREATOR), "{}"); // makes one: from editor up
    place("POST " + conversation + "/messages", TALKERS, "{\"content\":\"Hello\"}");
    place("POST " + conversation + "/typing", TALKERS, "");
    place("PUT " + conversation + "/read-marker", TALKERS, "{\"seq\":1}");
    place("PUT " + conversation + "/participants/{user_id}", TALKERS, "");
    place("DELETE " + conversation + "/participants/{user_id}", EnumSet.of(CREATOR), "");
    place("PATCH " + message, EnumSet.of(CREATOR), "{\"content\":\"Other words\"}");
    place("DELETE " + message, EnumSet.of(CREATOR), "");
    place("PUT " + message + "/feedback", TALKERS, "{\"rating\":5}");
    place("GET " + conversation + "/runs", TALKERS, "");
    place("POST " + conversation + "/runs", TALKERS, "{\"input\":\"Hello\"}");
    place("POST " + conversation + "/summarize", TALKERS, "");
    place("GET " + conversation + "/summary", TALKERS, "");
    place("GET /api/v1/runs/{id}", TALKERS, "");
    place("GET /api/v1/runs/{id}/events", TALKERS, "");
    place("POST /api/v1/runs/{id}/cancel", TALKERS, "");
    place("POST /api/v1/runs/{id}/retry", TALKERS, "");
    Set<Who> deciders = EnumSet.of(OWNER, ADMIN, CREATOR);
    place("POST /api/v1/approvals/{id}/approve", deciders, "");
    place("POST /api/v1/approvals/{id}/deny", deciders, "");
    String input = "{\"content\":\"Hello\",\"conversation_id\":\"$conversation\"}";
    place("POST /api/v1/input", TALKERS, input);
  }

  static Map<Operation, Rule> all() {
    return Map.copyOf(ALL);
  }

  /** Whether it is for those who run a workspace or a conversation, and so for their keys. */
  boolean isOfHeads() {
    return served.contains(OWNER) || served.contains(CREATOR);
  }

  /** Whether it is the creator, rather than the owner, whose keys are tried. */
  boolean isOfCreator() {
    return kind == Kind.PLACE && !served.contains(OWNER);
  }

  private static void nobody(String... operations) {
    for (String each : operations) {
      ALL.put(Operation.of(each), new Rule(Kind.PUBLIC, Set.of(), ""));
    }
  }

  private static void own(String... operations) {
    for (String each : operations) {
      ALL.put(Operation.of(each), new Rule(Kind.OWN, PEOPLE, ""));
    }
  }

  private static void list(String operation, String body) {
    ALL.put(Operation.of(operation), new Rule(Kind.LIST, PEOPLE, body));
  }

  private static void place(String operation, Set<Who> served, String body) {
    ALL.put(Operation.of(operation), new Rule(Kind.PLACE, served, body));
  }
}
