package dev.colloquy.model.adapter.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.model.domain.Dialect;
import dev.colloquy.model.domain.ModelCallFailed;
import dev.colloquy.model.domain.ModelCallFailed.Fault;
import dev.colloquy.model.domain.ModelEndpoint;
import dev.colloquy.model.domain.ProviderKey;
import dev.colloquy.model.domain.ProviderKind;
import dev.colloquy.shared.adapter.llm.Guide;
import dev.colloquy.shared.domain.AddressRules;
import dev.colloquy.shared.testkit.Stages;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class VertxProviderProbeTest {

  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void stop() {
    vertx.close();
  }

  private Optional<Fault> found(AddressRules rules, ModelEndpoint endpoint, Duration limit) {
    VertxProviderProbe probe = new VertxProviderProbe(vertx, Guide.of(vertx, rules), limit);
    return Stages.valueOf(probe.look(endpoint)).map(ModelCallFailed::fault);
  }

  private Optional<Fault> found(AddressRules rules, ModelEndpoint endpoint) {
    return found(rules, endpoint, Calls.PATIENCE);
  }

  private Optional<Fault> found(URI address) {
    return found(Calls.RULES, endpoint(ProviderKind.OPENAI_COMPATIBLE, address, Calls.KEY));
  }

  private static ModelEndpoint endpoint(ProviderKind kind, URI address, ProviderKey key) {
    return new ModelEndpoint(
        Calls.provider(),
        1,
        kind,
        Optional.of(address),
        Optional.of(key),
        Dialect.usual(kind),
        false);
  }

  private static HostileServer answering(int status) {
    return HostileServer.answering("HTTP/1.1 " + status + " So\r\nContent-Length: 2\r\n\r\n{}");
  }

  @ParameterizedTest
  @EnumSource(names = {"OPENAI", "OLLAMA", "OPENAI_COMPATIBLE", "ANTHROPIC"})
  void asksForTheListOfModelsAndForNothingElse(ProviderKind kind) {
    try (HostileServer server = answering(200)) {
      assertThat(found(Calls.RULES, endpoint(kind, server.address(), Calls.KEY))).isEmpty();

      assertThat(server.requests).hasSize(1);
      assertThat(server.requests.getFirst())
          .startsWith("GET /v1/models HTTP/1.1")
          .contains(Calls.KEY.value())
          .endsWith("\r\n\r\n");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 405, 501})
  void takesAServerForWellThatListsNoModels(int status) {
    try (HostileServer server = answering(status)) {
      assertThat(found(server.address())).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "401,KEY_REFUSED",
    "403,KEY_REFUSED",
    "429,RATE_LIMITED",
    "500,UNAVAILABLE",
    "503,UNAVAILABLE",
    "302,BROKEN"
  })
  void saysWhatIsWrong(int status, Fault fault) {
    try (HostileServer server = answering(status)) {
      assertThat(found(server.address())).contains(fault);
    }
  }

  @Test
  void doesNotWaitForABodyThatNeverEnds() {
    try (HostileServer server =
        new HostileServer(
            line -> {
              line.read();
              line.send("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n");
              line.awaitClose();
            })) {
      assertThat(found(server.address())).isEmpty();

      assertThat(server.lines.getFirst().closedAt).succeedsWithin(Stages.PATIENCE);
    }
  }

  @Test
  void givesUpAServerThatSaysNothing() {
    try (HostileServer server =
        new HostileServer(
            line -> {
              line.read();
              line.awaitClose();
            })) {
      ModelEndpoint silent = endpoint(ProviderKind.OPENAI, server.address(), Calls.KEY);

      assertThat(found(Calls.RULES, silent, Duration.ofMillis(400))).contains(Fault.TIMEOUT);

      assertThat(server.lines.getFirst().closedAt).succeedsWithin(Stages.PATIENCE);
    }
  }

  @Test
  void findsNobodyWhereNobodyIs() {
    HostileServer gone = answering(200);
    gone.close();

    assertThat(found(gone.address())).contains(Fault.UNAVAILABLE);
  }

  @Test
  void goesNowhereThatCallsMustNotGo() {
    try (HostileServer server = answering(200)) {
      ModelEndpoint inside = endpoint(ProviderKind.OPENAI, server.address(), Calls.KEY);

      assertThat(found(new AddressRules(Set.of()), inside)).contains(Fault.ADDRESS_REFUSED);

      assertThat(server.requests).isEmpty();
    }
  }

  @Test
  void sendsNoKeyThatWouldBeAnotherHeader() {
    try (HostileServer server = answering(200)) {
      ModelEndpoint crooked =
          endpoint(ProviderKind.OPENAI, server.address(), new ProviderKey("sk-1\r\nX-Evil: 1"));

      assertThat(found(Calls.RULES, crooked)).contains(Fault.KEY_REFUSED);

      assertThat(server.requests).isEmpty();
    }
  }

  @Test
  void findsTheRehearsalWell() {
    assertThat(found(Calls.RULES, Calls.rehearsal("anything").endpoint())).isEmpty();
  }
}
