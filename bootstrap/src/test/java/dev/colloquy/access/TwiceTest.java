package dev.colloquy.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.bootstrap.testing.PostgresTestResource;
import dev.colloquy.bootstrap.testing.User;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.port.out.Attempts;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens to those who ask twice, and to those who ask at the same time. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class TwiceTest {

  private static final int AT_ONCE = 8;
  private static final String WORKSPACES = "/api/v1/workspaces";

  @TestHTTPResource("/")
  URI root;

  @Inject UnitOfWork unitOfWork;
  @Inject Attempts attempts;

  private Calls calls;
  private User ada;

  @BeforeEach
  void register() {
    calls = new Calls(root);
    ada = User.registered("Ada");
  }

  @Test
  void refusesARequestWhoseFirstTryIsStillRunning() {
    String key = UUID.randomUUID().toString();
    UserId user = new UserId(UUID.fromString(ada.id()));
    CompletableFuture<Boolean> claimed = new CompletableFuture<>();
    CompletableFuture<Void> end = new CompletableFuture<>();
    CompletableFuture<Void> first =
        unitOfWork
            .<Void>inTransaction(
                () ->
                    attempts
                        .claim(user, key)
                        .thenCompose(
                            free -> {
                              claimed.complete(free);
                              return end;
                            }))
            .toCompletableFuture();
    assertThat(claimed.join()).isTrue();

    Calls.Answer meanwhile = create("Atlas", key);

    end.complete(null);
    assertThat(meanwhile.expect(409).field("code")).isEqualTo("IDEMPOTENCY_IN_PROGRESS");
    assertThat(first.handle((done, failure) -> true).join()).isTrue();
  }

  @Test
  void hasOneEffectHoweverManyAskAtOnce() {
    String key = UUID.randomUUID().toString();

    List<Calls.Answer> answers = atOnce(() -> create("Atlas", key));

    assertThat(answers).extracting(Calls.Answer::status).isSubsetOf(201, 409);
    assertThat(answers.stream().filter(Calls.Answer::isServed).map(Calls.Answer::id).distinct())
        .hasSize(1);
    assertThat(calls.send(ada.token(), "GET", WORKSPACES).body().split("\"my_role\"")).hasSize(2);
  }

  @Test
  void refusesAKeyThatWasUsedForAnotherRequest() {
    String key = UUID.randomUUID().toString();
    create("Atlas", key).expect(201);

    Calls.Answer other = create("Borealis", key);

    assertThat(other.expect(422).field("code")).isEqualTo("IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void forgetsARefusal() {
    String key = UUID.randomUUID().toString();
    create("", key).expect(422);

    Calls.Answer corrected = create("Atlas", key);

    assertThat(corrected.expect(201).header("Idempotency-Replayed")).isEmpty();
  }

  @Test
  void refusesKeysThatAreNone() {
    assertThat(create("Atlas", "two words").status()).isEqualTo(400);
    assertThat(create("Atlas", "k".repeat(256)).status()).isEqualTo(400);
  }

  @Test
  void showsASecretOnlyTheFirstTime() {
    String key = UUID.randomUUID().toString();
    String path = WORKSPACES + "/" + ada.workspace() + "/invitations";
    Optional<String> body = Optional.of("{\"email\":\"x@y.org\",\"role\":\"viewer\"}");
    Calls.Answer first =
        calls.send(ada.token(), "POST", path, body, "Idempotency-Key", key).expect(201);

    Calls.Answer again =
        calls.send(ada.token(), "POST", path, body, "Idempotency-Key", key).expect(201);

    assertThat(again.id()).isEqualTo(first.id());
    assertThat(again.header("Idempotency-Replayed")).contains("true");
    assertThat(again.body()).doesNotContain(first.field("token"));
  }

  @Test
  void letsOneWinARaceForAVersion() {
    String path = WORKSPACES + "/" + ada.workspace();

    List<Calls.Answer> answers = atOnce(() -> change(path, "If-Match", "\"1\""));

    assertThat(answers).extracting(Calls.Answer::status).containsOnlyOnce(200);
    assertThat(answers).extracting(Calls.Answer::status).isSubsetOf(200, 412);
  }

  @Test
  void callsALostRaceAConflictWhereNoVersionWasNamed() {
    String path = WORKSPACES + "/" + ada.workspace();

    List<Calls.Answer> answers = atOnce(() -> change(path));

    assertThat(answers).extracting(Calls.Answer::status).contains(200).isSubsetOf(200, 409);
    long changed = answers.stream().filter(Calls.Answer::isServed).count();
    assertThat(calls.send(ada.token(), "GET", path).header("ETag"))
        .contains("\"" + (1 + changed) + "\"");
  }

  private Calls.Answer change(String path, String... headers) {
    String body = "{\"description\":\"" + UUID.randomUUID() + "\"}";
    return calls.send(ada.token(), "PATCH", path, Optional.of(body), headers);
  }

  private Calls.Answer create(String name, String key) {
    String body = "{\"name\":\"" + name + "\",\"description\":\"For a test\"}";
    return calls.send(ada.token(), "POST", WORKSPACES, Optional.of(body), "Idempotency-Key", key);
  }

  private static List<Calls.Answer> atOnce(Supplier<Calls.Answer> request) {
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      return IntStream.range(0, AT_ONCE)
          .mapToObj(i -> CompletableFuture.supplyAsync(request, threads))
          .toList()
          .stream()
          .map(CompletableFuture::join)
          .toList();
    }
  }
}
