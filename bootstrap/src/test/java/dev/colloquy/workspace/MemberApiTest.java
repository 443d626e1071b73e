package dev.colloquy.workspace;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.colloquy.bootstrap.testing.PostgresTestResource;
import dev.colloquy.bootstrap.testing.User;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class MemberApiTest {

  private User owner;
  private User member;
  private String members;
  private String invitations;

  @BeforeEach
  void openAWorkspace() {
    owner = User.registered("Ada");
    member = User.registered("Bob");
    String workspace = "/api/v1/workspaces/" + owner.workspace();
    members = workspace + "/members";
    invitations = workspace + "/invitations";
  }

  private void join(String role) {
    owner.post(members, Map.of("user_id", member.id(), "role", role)).statusCode(201);
  }

  @Test
  void takesAUserInByAddress() {
    owner
        .post(members, Map.of("email", member.email().toUpperCase(), "role", "editor"))
        .statusCode(201)
        .header("Location", containsString(member.id()))
        .body("user_id", equalTo(member.id()))
        .body("name", equalTo("Bob"))
        .body("username", equalTo(member.username()))
        .body("role", equalTo("editor"))
        .body("created_at", notNullValue());
  }

  @Test
  void listsMembersInTheOrderTheyJoined() {
    join("viewer");

    String cursor =
        member
            .get(members + "?limit=1")
            .statusCode(200)
            .body("items.user_id", contains(owner.id()))
            .extract()
            .path("next_cursor");
    member
        .get(members + "?limit=1&cursor=" + cursor)
        .statusCode(200)
        .body("items.user_id", contains(member.id()))
        .body("next_cursor", nullValue());
  }

  @Test
  void refusesWhoCannotBeTakenIn() {
    owner
        .post(members, Map.of("user_id", UUID.randomUUID().toString(), "role", "viewer"))
        .statusCode(422)
        .body("errors.pointer", contains("/user_id"));
    owner
        .post(members, Map.of("email", "nobody@example.com", "role", "viewer"))
        .statusCode(422)
        .body("errors.pointer", contains("/email"));
    owner
        .post(members, Map.of("user_id", member.id(), "role", "owner"))
        .statusCode(422)
        .body("errors.pointer", contains("/role"));
    owner
        .post(members, Map.of("user_id", member.id(), "email", member.email(), "role", "viewer"))
        .statusCode(422);
    owner.post(members, Map.of("role", "viewer")).statusCode(422);
    join("viewer");
    owner
        .post(members, Map.of("user_id", member.id(), "role", "viewer"))
        .statusCode(409)
        .body("code", equalTo("DUPLICATE"));
  }

  @Test
  void givesAMemberAnotherRole() {
    join("viewer");

    owner
        .patch(members + "/" + member.id(), Map.of("role", "admin"))
        .statusCode(200)
        .body("role", equalTo("admin"));
    member
        .patch(members + "/" + owner.id(), Map.of("role", "viewer"))
        .statusCode(409)
        .body("code", equalTo("LAST_OWNER"));
  }

  @Test
  void letsOnlyThoseManageWhoMay() {
    join("editor");
    User third = User.registered("Cyd");

    member.post(members, Map.of("user_id", third.id(), "role", "viewer")).statusCode(403);
    member.patch(members + "/" + member.id(), Map.of("role", "admin")).statusCode(403);
    member.delete(members + "/" + owner.id()).statusCode(403);
    member.get(invitations).statusCode(403);
  }

  @Test
  void letsMembersLeaveButNotTheOwner() {
    join("editor");

    member.delete(members + "/" + member.id()).statusCode(204);
    member.get(members).statusCode(403);
    owner.delete(members + "/" + member.id()).statusCode(404);
    owner.delete(members + "/" + owner.id()).statusCode(409).body("code", equalTo("LAST_OWNER"));
  }

  @Test
  void invitesSomebodyWhoAccepts() {
    String token =
        owner
            .post(invitations, Map.of("email", member.email(), "role", "editor"))
            .statusCode(201)
            .body("email", equalTo(member.email().toLowerCase()))
            .body("expires_at", notNullValue())
            .extract()
            .path("token");
    owner
        .get(invitations)
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].token", nullValue());

    User.registered("Eve").post("/api/v1/invitations/" + token + "/accept").statusCode(403);
    member
        .post("/api/v1/invitations/" + token + "/accept")
        .statusCode(200)
        .body("my_role", equalTo("editor"));
    member
        .post("/api/v1/invitations/" + token + "/accept")
        .statusCode(409)
        .body("code", equalTo("INVITATION_NOT_OPEN"));
    owner.get(invitations).body("items", hasSize(0));
  }

  @Test
  void keepsTheTokenOutOfAReplay() {
    Map<String, String> invitation = Map.of("email", member.email(), "role", "viewer");
    String key = UUID.randomUUID().toString();
    String id =
        owner
            .request()
            .header("Idempotency-Key", key)
            .body(invitation)
            .post(invitations)
            .then()
            .statusCode(201)
            .extract()
            .path("id");

    owner
        .request()
        .header("Idempotency-Key", key)
        .body(invitation)
        .post(invitations)
        .then()
        .statusCode(201)
        .header("Idempotency-Replayed", "true")
        .body("id", equalTo(id))
        .body("token", nullValue());
  }

  @Test
  void takesAnInvitationBackOrDeclinesIt() {
    var offered =
        owner.post(invitations, Map.of("email", member.email(), "role", "viewer")).extract();
    owner.delete(invitations + "/" + offered.path("id")).statusCode(204);
    member.post("/api/v1/invitations/" + offered.path("token") + "/accept").statusCode(409);

    String second =
        owner
            .post(invitations, Map.of("email", member.email(), "role", "viewer"))
            .extract()
            .path("token");
    member.post("/api/v1/invitations/" + second + "/decline").statusCode(204);
    member.post("/api/v1/invitations/" + second + "/accept").statusCode(409);
    member.post("/api/v1/invitations/made-up/accept").statusCode(404);
    owner.delete(invitations + "/" + UUID.randomUUID()).statusCode(404);
  }
}
