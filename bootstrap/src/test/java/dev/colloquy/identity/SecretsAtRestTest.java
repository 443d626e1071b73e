package dev.colloquy.identity;

import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.bootstrap.testing.Administrator;
import dev.colloquy.bootstrap.testing.PostgresTestResource;
import dev.colloquy.bootstrap.testing.User;
import dev.colloquy.identity.Logins.Tokens;
import dev.colloquy.shared.adapter.persistence.Columns;
import dev.colloquy.shared.adapter.persistence.Sql;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** S7: whoever steals a dump has hashes. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class SecretsAtRestTest {

  private static final String TABLES =
      """
      select table_name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE'""";

  @Inject Sql sql;

  @Test
  void noTableShowsASecret() {
    User ada = User.registered("Ada");
    Tokens tokens = Logins.logIn(ada);
    String successor = Tokens.of(Logins.refresh(tokens.refresh())).refresh();
    String key =
        ada.post("/api/v1/users/me/api-keys", Map.of("name", "CI", "scopes", List.of("read")))
            .statusCode(201)
            .extract()
            .path("key");

    String providers = "sk-planted-in-a-provider-0123456789";
    Administrator.loggedIn()
        .post(
            "/api/v1/admin/providers",
            Map.of("name", "At rest", "kind", "openai", "api_key", providers))
        .statusCode(201);

    String headers = "planted-in-a-header-" + UUID.randomUUID();
    String server = "s" + UUID.randomUUID().toString().substring(24);
    Administrator.loggedIn()
        .post(
            "/api/v1/admin/mcp-servers",
            Map.of(
                "name",
                server,
                "transport",
                "streamable_http",
                "url",
                "https://mcp.example.com",
                "headers",
                Map.of("Authorization", headers)))
        .statusCode(201);

    String dump = dump();

    assertThat(dump)
        .contains(ada.email())
        .doesNotContain(User.PASSWORD)
        .doesNotContain(tokens.refresh())
        .doesNotContain(successor)
        .doesNotContain(tokens.access())
        .doesNotContain(key)
        .contains("At rest")
        .doesNotContain(providers)
        .contains(server)
        .doesNotContain(headers);
  }

  private String dump() {
    return all(TABLES).stream()
        .flatMap(table -> all("select t::text from \"" + table + "\" t").stream())
        .collect(Collectors.joining("\n"));
  }

  private List<String> all(String query) {
    return Columns.list(valueOf(sql.alone(query, Tuple.tuple())), row -> row.getString(0));
  }
}
