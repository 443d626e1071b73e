package dev.colloquy.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.colloquy.bootstrap.testing.Administrator;
import dev.colloquy.bootstrap.testing.PostgresTestResource;
import dev.colloquy.model.application.ProviderWatch;
import dev.colloquy.model.domain.ProviderId;
import dev.colloquy.model.domain.port.out.Models;
import dev.colloquy.model.domain.port.out.ProviderProbe;
import dev.colloquy.model.domain.port.out.Providers;
import dev.colloquy.shared.domain.port.out.Ids;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import dev.colloquy.shared.testkit.ManualTimers;
import dev.colloquy.shared.testkit.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Providers are looked at in passing, and administrators see how they did. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class WatchedProviderTest {

  private static final Duration INTERVAL = Duration.ofSeconds(10);

  private final FakeProvider server = new FakeProvider();
  private final ManualTimers timers = new ManualTimers(new TestClock());

  @Inject UnitOfWork unitOfWork;
  @Inject Providers providers;
  @Inject Models models;
  @Inject ProviderProbe probe;
  @Inject Ids ids;
  @Inject Clock clock;

  @AfterEach
  void end() {
    server.close();
  }

  /** Others' providers are not looked at here. */
  private void watch(String provider) {
    Queue<ProviderId> turns = new ArrayDeque<>();
    timers.every(INTERVAL, () -> turns.add(new ProviderId(UUID.fromString(provider))));
    new ProviderWatch(
            unitOfWork,
            providers,
            models,
            (now, interval) -> CompletableFuture.completedFuture(Optional.ofNullable(turns.poll())),
            probe,
            ids,
            clock)
        .start(timers, INTERVAL);
  }

  private String code(ProviderDesk desk, String provider) {
    return desk.administrator()
        .get(ProviderDesk.PROVIDERS + "/" + provider)
        .extract()
        .path("last_health_check.error.code");
  }

  @Test
  void remembersHowAProviderDidThatWasLookedAt() {
    ProviderDesk desk = new ProviderDesk(Administrator.loggedIn());
    String provider = desk.provider(server);
    String address = ProviderDesk.PROVIDERS + "/" + provider;
    watch(provider);

    timers.advance(INTERVAL);

    Awaitility.await("the look")
        .until(
            () -> desk.administrator().get(address).extract().path("last_health_check"),
            notNullValue());
    desk.administrator()
        .get(address)
        .body("last_health_check.ok", equalTo(true))
        .body("last_health_check.error", nullValue())
        .body("version", equalTo(1));
    assertThat(server.last().path()).isEqualTo("/v1/models");
    assertThat(server.last().headers())
        .containsEntry("Authorization", "Bearer " + FakeProvider.KEY);

    server.answers(503);
    timers.advance(INTERVAL);
    Awaitility.await("the bad news").until(() -> code(desk, provider), "MODEL_UNAVAILABLE"::equals);
    timers.advance(INTERVAL);
    Awaitility.await("one look more").until(() -> server.asked().size() == 3);

    Awaitility.await("both changes, told")
        .untilAsserted(() -> assertThat(told(desk, provider)).hasSize(2));
  }

  private static List<String> told(ProviderDesk desk, String provider) {
    return desk.administrator()
        .get("/api/v1/events?types=provider.tested&limit=200")
        .extract()
        .path("items.findAll {it.subject.id == '" + provider + "'}.actor.id");
  }
}
