package dev.colloquy.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.bootstrap.testing.PostgresTestResource;
import dev.colloquy.bootstrap.testing.User;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Z1, Z2, Z5: what was seen once is no way in later, and nothing is set that is only shown. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class LostAccessTest {

  @TestHTTPResource("/")
  URI root;

  private Calls calls;
  private User ada;
  private User bob;
  private String workspace;
  private String conversation;

  @BeforeEach
  void meet() {
    calls = new Calls(root);
    ada = User.registered("Ada");
    bob = User.registered("Bob");
    String id = ada.workspace();
    ada.invite(id, bob, "admin");
    workspace = "/api/v1/workspaces/" + id;
    conversation =
        "/api/v1/conversations/"
            + send(
                    ada,
                    "POST",
                    workspace + "/conversations",
                    "{\"topic\":\"Plans\",\"participant_ids\":[\"" + bob.id() + "\"]}")
                .expect(201)
                .id();
  }

  @Test
  void noAnswerIsRepeatedToWhoeverLostAccess() {
    List<String[]> requests =
        List.of(
            new String[] {
              workspace + "/invitations", "{\"email\":\"x@y.org\",\"role\":\"viewer\"}"
            },
            new String[] {workspace + "/conversations", "{\"topic\":\"Other plans\"}"},
            new String[] {conversation + "/messages", "{\"content\":\"Hello\"}"},
            new String[] {conversation + "/fork", "{}"},
            new String[] {conversation + "/archive", "{}"},
            new String[] {conversation + "/restore", "{}"});
    List<String> keys = requests.stream().map(it -> UUID.randomUUID().toString()).toList();
    for (int i = 0; i < keys.size(); i++) {
      repeatable(bob, requests.get(i), keys.get(i));
      assertThat(repeatable(bob, requests.get(i), keys.get(i)).header("Idempotency-Replayed"))
          .as(requests.get(i)[0])
          .contains("true");
    }

    send(ada, "DELETE", workspace + "/members/" + bob.id(), "").expect(204);

    for (int i = 0; i < keys.size(); i++) {
      Calls.Answer answer = repeatable(bob, requests.get(i), keys.get(i));
      assertThat(answer.status()).as(requests.get(i)[0]).isEqualTo(403);
      assertThat(answer.body()).doesNotContain("Hello", "plans", "x@y.org");
    }
  }

  @Test
  void aFormerOwnerIsToldNothingOfTheWorkspaceHeGaveAway() {
    String[] transfer = {workspace + "/transfer", "{\"user_id\":\"" + bob.id() + "\"}"};
    String key = UUID.randomUUID().toString();
    repeatable(ada, transfer, key).expect(200);
    send(bob, "DELETE", workspace + "/members/" + ada.id(), "").expect(204);

    Calls.Answer again = repeatable(ada, transfer, key);

    assertThat(again.status()).isEqualTo(403);
  }

  @Test
  void anotherUsersCursorLeadsNowhere() {
    send(bob, "POST", workspace + "/conversations", "{\"topic\":\"Bob's\"}").expect(201);
    String mine =
        send(bob, "GET", "/api/v1/conversations?limit=1", "").expect(200).field("next_cursor");

    Calls.Answer others = send(ada, "GET", "/api/v1/conversations?limit=1&cursor=" + mine, "");
    Calls.Answer otherFilter =
        send(bob, "GET", "/api/v1/conversations?limit=1&q=a&cursor=" + mine, "");
    Calls.Answer otherRoute = send(bob, "GET", "/api/v1/workspaces?cursor=" + mine, "");
    String forged = (mine.charAt(0) == 'A' ? 'B' : 'A') + mine.substring(1);
    Calls.Answer tampered = send(bob, "GET", "/api/v1/conversations?limit=1&cursor=" + forged, "");

    assertThat(List.of(others, otherFilter, otherRoute, tampered))
        .allSatisfy(it -> assertThat(it.status()).isEqualTo(400));
    send(bob, "GET", "/api/v1/conversations?limit=1&cursor=" + mine, "").expect(200);
  }

  @Test
  void whatIsOnlyShownCannotBeSet() {
    String message =
        send(ada, "POST", conversation + "/messages", "{\"content\":\"Hello\"}").expect(201).id();

    refuses(workspace, "id", "owner_id", "status", "my_role", "created_at", "version");
    refuses(conversation, "id", "workspace_id", "created_by", "participant_ids", "status");
    refuses(conversation, "message_count", "last_active_at", "forked_from", "version");
    refuses(conversation + "/messages/" + message, "id", "seq", "sender_id", "role", "timestamp");
    refuses("/api/v1/users/me", "id", "role", "tier", "status", "is_email_verified", "email");
  }

  private void refuses(String path, String... fields) {
    for (String field : fields) {
      Calls.Answer answer = send(ada, "PATCH", path, "{\"" + field + "\":\"admin\"}");
      assertThat(answer.status()).as(path + " " + field + answer.body()).isEqualTo(422);
      assertThat(answer.body()).contains("\"pointer\":\"/" + field + "\"");
    }
  }

  private Calls.Answer repeatable(User user, String[] request, String key) {
    return calls.send(
        user.token(), "POST", request[0], Optional.of(request[1]), "Idempotency-Key", key);
  }

  private Calls.Answer send(User user, String method, String path, String body) {
    return calls.send(user.token(), method, path, Optional.of(body).filter(it -> !it.isEmpty()));
  }
}
