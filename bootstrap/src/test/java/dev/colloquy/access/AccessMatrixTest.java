package dev.colloquy.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.bootstrap.testing.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Z1: every operation × everybody. Whoever has no right gets nothing, not even a name. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class AccessMatrixTest {

  private static final String[] ANY_VERSION = {"If-Match", "*"};

  /** What a key needs the scope to read for as well: these look at what is there first. */
  private static final Set<String> READ_FIRST =
      Set.of(
          "POST /api/v1/conversations",
          "POST /api/v1/workspaces/{id}/conversations",
          "POST /api/v1/conversations/{id}/fork");

  @TestHTTPResource("/")
  URI root;

  private Calls calls;
  private Cast cast;
  private Contract contract;
  private final List<String> faults = new ArrayList<>();

  @BeforeEach
  void gather() {
    calls = new Calls(root);
    contract = new Contract(Operation.document(calls));
    cast = new Cast(calls);
  }

  @Test
  void everyOperationIsClassifiedAndNoOther() {
    assertThat(Rule.all().keySet()).containsExactlyInAnyOrderElementsOf(Operation.described(calls));
  }

  @Test
  void whoeverHasNoRightGetsNothing() {
    Tenant tenant = new Tenant(calls, cast);
    tenant.removeAgain(Who.REMOVED);

    for (Map.Entry<Operation, Rule> each : Rule.all().entrySet()) {
      for (Who who : Who.values()) {
        if (isRefused(each.getKey(), each.getValue(), who)) {
          refuses(tenant, each.getKey(), each.getValue(), who);
        }
      }
    }

    assertThat(faults).isEmpty();
  }

  @Test
  void whoeverHasTheRightIsServedAndSeesNoMoreThanThat() {
    Tenant shared = new Tenant(calls, cast);

    for (Map.Entry<Operation, Rule> each : Rule.all().entrySet()) {
      Operation operation = each.getKey();
      Rule rule = each.getValue();
      for (Who who : Who.values()) {
        if (isTried(operation, rule) && isServed(operation, rule, who)) {
          Tenant tenant = operation.changes() ? new Tenant(calls, cast) : shared;
          serves(tenant, operation, rule, who);
          if (tenant != shared) {
            tenant.close();
          }
        }
      }
    }

    assertThat(faults).isEmpty();
  }

  @Test
  void whatWasDeletedIsThereForNobody() {
    Tenant tenant = new Tenant(calls, cast);
    delete("conversations/" + tenant.conversation, Who.CREATOR);
    hides(tenant, "conversations", Who.CREATOR);

    Tenant second = new Tenant(calls, cast);
    delete("workspaces/" + second.workspace, Who.OWNER);
    hides(second, "workspaces", Who.OWNER);
    hides(second, "conversations", Who.CREATOR);

    assertThat(faults).isEmpty();
  }

  @Test
  void whatIsArchivedIsReadAndNotWritten() {
    Set<String> stillPossible = Set.of("restore", "archive", "read-marker");
    Tenant tenant = new Tenant(calls, cast);
    calls
        .send(
            cast.credential(Who.OWNER),
            "POST",
            "/api/v1/workspaces/" + tenant.workspace + "/archive")
        .expect(200);

    Rule.all()
        .forEach(
            (operation, rule) -> {
              boolean conversation = operation.isIn("conversations");
              boolean asked =
                  (conversation || operation.isIn("workspaces"))
                      && !operation.method().equals("DELETE")
                      && stillPossible.stream().noneMatch(operation.path()::endsWith);
              if (asked) {
                Calls.Answer answer =
                    request(
                        tenant,
                        operation,
                        rule,
                        cast.credential(conversation ? Who.CREATOR : Who.OWNER));
                if (answer.status() != (operation.changes() ? 409 : 200)) {
                  faults.add(operation + ": " + answer.status() + " " + answer.body());
                }
              }
            });

    assertThat(faults).isEmpty();
  }

  // whatever is answered has to be an answer that the description knows
  private Calls.Answer request(Tenant tenant, Operation operation, Rule rule, String credential) {
    Calls.Answer answer = tenant.request(operation, rule, credential, ANY_VERSION);
    contract.surprise(operation, answer).ifPresent(faults::add);
    return answer;
  }

  private void hides(Tenant tenant, String things, Who who) {
    Rule.all()
        .forEach(
            (operation, rule) -> {
              if (operation.isIn(things) && !operation.path().endsWith("/restore")) {
                Calls.Answer answer = request(tenant, operation, rule, cast.credential(who));
                if (answer.status() != 404
                    || tenant.leak(Who.STRANGER, false, answer.body()).isPresent()) {
                  faults.add(who + " " + operation + ": " + answer.status() + " " + answer.body());
                }
              }
            });
  }

  private void delete(String path, Who who) {
    calls.send(cast.credential(who), "DELETE", "/api/v1/" + path).expect(204);
  }

  private void refuses(Tenant tenant, Operation operation, Rule rule, Who who) {
    Calls.Answer answer =
        request(tenant, operation, rule, cast.credential(who, rule.isOfCreator()));
    boolean refused =
        who == Who.ANONYMOUS
            ? answer.status() == 401
            : Set.of(403, 404, 422).contains(answer.status());
    if (!refused || tenant.leak(Who.STRANGER, false, answer.body()).isPresent()) {
      faults.add(who + " " + operation + ": " + answer.status() + " " + answer.body());
    }
  }

  private void serves(Tenant tenant, Operation operation, Rule rule, Who who) {
    if (operation.path().endsWith("conversations/{id}/restore")
        || operation.path().endsWith("workspaces/{id}/restore")) {
      String path = operation.path().replace("restore", "archive");
      tenant.request(new Operation("POST", path), rule, head(rule)).expect(200);
    }
    Calls.Answer answer =
        request(tenant, operation, rule, cast.credential(who, rule.isOfCreator()));
    if (!answer.isServed()) {
      faults.add(who + " " + operation + ": " + answer.status() + " " + answer.body());
    }
    Who now = operation.path().endsWith("/accept") ? Who.VIEWER : who;
    tenant
        .leak(now, rule.isOfCreator(), answer.body())
        .ifPresent(
            leak -> faults.add(who + " " + operation + " saw " + leak + ": " + answer.body()));
  }

  private String head(Rule rule) {
    return cast.credential(rule.isOfCreator() ? Who.CREATOR : Who.OWNER);
  }

  // what everybody may do to himself is not tried where it would end him
  private static boolean isTried(Operation operation, Rule rule) {
    return rule.kind() != Rule.Kind.PUBLIC
        && (rule.kind() != Rule.Kind.OWN || !operation.changes())
        && !operation.path().startsWith("/api/v1/users/me/");
  }

  private static boolean isRefused(Operation operation, Rule rule, Who who) {
    return switch (rule.kind()) {
      case PUBLIC -> false;
      case OWN -> who == Who.ANONYMOUS;
      case LIST, PLACE -> !isServed(operation, rule, who);
    };
  }

  private static boolean isServed(Operation operation, Rule rule, Who who) {
    return switch (who) {
      case READ_KEY -> !operation.changes() && rule.kind() != Rule.Kind.OWN && rule.isOfHeads();
      case WRITE_KEY ->
          operation.changes()
              && !READ_FIRST.contains(operation.toString())
              && rule.kind() == Rule.Kind.PLACE
              && rule.isOfHeads()
              && !operation.path().matches(".*/(?:runs|summarize).*") // of a scope of their own
              && !operation.path().contains("/approvals")
              && !operation.path().startsWith("/api/v1/users/me/");
      case FOREIGN_KEY -> rule.kind() == Rule.Kind.LIST;
      default -> rule.served().contains(who);
    };
  }
}
