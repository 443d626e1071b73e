package dev.colloquy.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.colloquy.bootstrap.testing.Administrator;
import dev.colloquy.bootstrap.testing.PostgresTestResource;
import dev.colloquy.bootstrap.testing.User;
import dev.colloquy.identity.domain.Tier;
import dev.colloquy.usage.domain.Plan;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.Locale;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class UsageApiTest {

  private static final String MINE = "/api/v1/users/me/usage";
  private static final String ALL = "/api/v1/admin/usage";

  private User ada;

  @BeforeEach
  void register() {
    ada = User.registered("Ada");
  }

  private void awaitRequests(int count) {
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(ada.get(MINE).extract().jsonPath().getInt("items.requests.sum()"))
                    .isEqualTo(count));
  }

  @Test
  void sumsUpWhatRunsHaveTaken() {
    Conversing talk = Conversing.of(ada);
    talk.ended("/say Bread needs time.", "completed");
    talk.ended("/fail broken", "failed");

    ada.get(MINE)
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].day", notNullValue())
        .body("items[0].model_id", nullValue())
        .body("items[0].requests", equalTo(2))
        .body("items[0].completion_tokens", equalTo(3))
        .body("items[0].prompt_tokens", greaterThan(0))
        .body("next_cursor", nullValue());
    ada.get(MINE + "?group_by=model").body("items[0].model_id", notNullValue());
    ada.get(MINE + "?group_by=workspace").body("items.workspace_id", contains(talk.workspace()));
  }

  @Test
  void countsARunOnceAndOnlyWhatWasAsked() {
    Conversing talk = Conversing.of(ada);
    String run = talk.run("/say Wait a moment\n/stall", 100);
    talk.cancel(run);
    talk.awaitStatus(run, "cancelled");

    int requests =
        ada.get(MINE).extract().jsonPath().getList("items.requests", Integer.class).stream()
            .mapToInt(Integer::intValue)
            .sum();

    // whether it was called off before its turn or later
    assertThat(requests).isIn(0, 1);
  }

  @Test
  void remembersWhatDeletedConversationsHaveTaken() {
    Conversing talk = Conversing.of(ada);
    talk.ended("/say Bread needs time.", "completed");

    ada.delete("/api/v1/conversations/" + talk.id()).statusCode(204);

    ada.get(MINE).statusCode(200).body("items[0].requests", equalTo(1));
  }

  @Test
  void sumsUpWhatChatsHaveTakenThatNobodyKeeps() {
    Conversing.chat(ada, "/say Bread needs time.").statusCode(200);

    awaitRequests(1);
    ada.get(MINE + "?group_by=workspace")
        .body("items", hasSize(1))
        .body("items[0].workspace_id", nullValue())
        .body("items[0].completion_tokens", equalTo(3));
  }

  @Test
  void looksFromOneTimeToAnother() {
    Conversing.of(ada).ended("/say Bread needs time.", "completed");

    ada.get(MINE + "?from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z")
        .statusCode(200)
        .body("items", empty());
    ada.get(MINE + "?from=yesterday").statusCode(400);
    ada.get(MINE + "?group_by=user").statusCode(400);
    ada.get(MINE + "?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z")
        .statusCode(400)
        .body("code", equalTo("MALFORMED_REQUEST"));
    ada.get(MINE + "?from=2020-01-01T00:00:00Z&to=2026-01-01T00:00:00Z").statusCode(400);
  }

  @Test
  void showsAdministratorsWhatEverybodyHasTaken() {
    User root = Administrator.loggedIn();
    Conversing.of(ada).ended("/say Bread needs time.", "completed");

    root.get(ALL + "?group_by=user&limit=200")
        .statusCode(200)
        .body("items.user_id", hasItem(ada.id()));
    root.get(ALL).statusCode(200).body("items.requests", hasItem(greaterThan(0)));
    root.get(ALL + "?group_by=workspace").statusCode(200);
    ada.get(ALL).statusCode(403);
  }

  @Test
  void goesOnPageByPage() {
    for (int i = 0; i < 3; i++) {
      Conversing.of(ada).ended("/say Bread needs time.", "completed");
    }
    String path = MINE + "?group_by=workspace&limit=2";

    String cursor = ada.get(path).body("items", hasSize(2)).extract().path("next_cursor");

    ada.get(path + "&cursor=" + cursor)
        .statusCode(200)
        .body("items", hasSize(1))
        .body("next_cursor", nullValue());
    ada.get(MINE + "?group_by=model&limit=2&cursor=" + cursor).statusCode(400);
  }

  /** Quotas name tiers by words of their own, which have to be those of accounts. */
  @Test
  void knowsTheTiersThatUsersHave() {
    String tier = ada.get("/api/v1/users/me").extract().path("tier");

    assertThat(names(Plan.values())).isEqualTo(names(Tier.values())).contains(tier);
  }

  private static String[] names(Enum<?>[] constants) {
    return Arrays.stream(constants)
        .map(each -> each.name().toLowerCase(Locale.ROOT))
        .toArray(String[]::new);
  }
}
