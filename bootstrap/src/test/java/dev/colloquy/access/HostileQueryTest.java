package dev.colloquy.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.bootstrap.testing.Administrator;
import dev.colloquy.bootstrap.testing.PostgresTestResource;
import dev.colloquy.bootstrap.testing.User;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Z6, I11: whatever stands in a query is data or malformed; it is never a command or a fault. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class HostileQueryTest {

  private static final List<String> HOSTILE =
      List.of(
          "' or '1'='1",
          "'; drop table users; --",
          "\" or \"\"=\"",
          "1) union select null,null,version()--",
          "%' or id is not null --",
          "$1::uuid",
          "\\",
          "%_%",
          "$.* ? (@ == 1)",
          "!!! & | <-> :*",
          "a' & 'b:*",
          "${jndi:ldap://x}",
          "#{7*7}",
          "\u0000",
          "\u202e\ufeff",
          "\ud83d\ude00",
          "../../etc/passwd",
          "-1",
          "9223372036854775808",
          "1e9",
          "NaN",
          "a".repeat(5_000));

  @TestHTTPResource("/")
  URI root;

  private Calls calls;
  private JsonNode document;
  private User ada;
  private User administrator;
  private String workspace;
  private String conversation;
  private String message;
  private String run;

  @BeforeEach
  void open() {
    calls = new Calls(root);
    document = Operation.document(calls);
    ada = User.registered("Ada");
    administrator = Administrator.loggedIn();
    workspace = ada.workspace();
    conversation =
        calls
            .send(
                ada.token(),
                "POST",
                "/api/v1/workspaces/" + workspace + "/conversations",
                Optional.of("{\"topic\":\"Plans\"}"))
            .expect(201)
            .id();
    message =
        calls
            .send(
                ada.token(),
                "POST",
                "/api/v1/conversations/" + conversation + "/messages",
                Optional.of("{\"content\":\"Hello\"}"))
            .expect(201)
            .id();
    run =
        calls
            .send(
                ada.token(),
                "POST",
                "/api/v1/conversations/" + conversation + "/runs",
                Optional.of("{\"input\":\"What is planned?\"}"))
            .expect(202)
            .id();
  }

  @Test
  void noQueryParameterIsMoreThanData() {
    List<String> faults = new ArrayList<>();
    int tried = 0;

    for (Query query : queries()) {
      for (String text : HOSTILE) {
        Calls.Answer answer = get(query, text);
        tried++;
        if (answer.status() != 200 && answer.status() != 400) {
          faults.add(query + " " + text + ": " + answer.status() + " " + answer.body());
        }
      }
    }

    assertThat(tried).isGreaterThan(500);
    assertThat(faults).isEmpty();
  }

  @Test
  void noPageIsLargerThanTwoHundred() {
    List<Query> limits = queries().stream().filter(it -> it.name().equals("limit")).toList();

    assertThat(limits).hasSizeGreaterThan(8);
    assertThat(limits)
        .allSatisfy(
            it -> {
              assertThat(get(it, "200").status()).isEqualTo(200);
              assertThat(get(it, "201").status()).isEqualTo(400);
              assertThat(get(it, "1000000000").status()).isEqualTo(400);
              assertThat(get(it, "0").status()).isEqualTo(400);
            });
  }

  @Test
  void noSearchIsMoreThanASearch() throws IOException {
    for (String text : HOSTILE) {
      String body = new ObjectMapper().writeValueAsString(Map.of("q", text));

      Calls.Answer answer = calls.send(ada.token(), "POST", "/api/v1/search", Optional.of(body));

      assertThat(answer.status()).as(text + answer.body()).isIn(200, 422);
    }
  }

  /** A query parameter of an operation that reads. */
  private record Query(String path, String name) {}

  private List<Query> queries() {
    List<Query> all = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (JsonNode each : path.getValue().path("get").path("parameters")) {
        if (each.path("in").asText().equals("query") && !path.getKey().contains("/output/")) {
          all.add(new Query(path.getKey(), each.path("name").asText()));
        }
      }
    }
    return all;
  }

  private Calls.Answer get(Query query, String value) {
    String path =
        query
            .path()
            .replace("/workspaces/{id}", "/workspaces/" + workspace)
            .replace("/conversations/{id}", "/conversations/" + conversation)
            .replace("/messages/{message_id}", "/messages/" + message)
            .replace("/runs/{id}", "/runs/" + run)
            .replace("/users/{id}", "/users/" + ada.id());
    return calls.send(
        path.contains("/admin/") ? administrator.token() : ada.token(),
        "GET",
        path + "?" + query.name() + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
  }
}
