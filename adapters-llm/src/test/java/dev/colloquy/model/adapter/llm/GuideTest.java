package dev.colloquy.model.adapter.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.model.domain.ModelCallFailed.Fault;
import dev.colloquy.model.domain.ProviderKind;
import dev.colloquy.shared.adapter.llm.Guide;
import dev.colloquy.shared.domain.AddressRules;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** L1: a provider's address leads to where it was looked at, and nowhere else. */
final class GuideTest {

  private static final AddressRules STRICT = new AddressRules(Set.of());
  private static final AddressRules NAMED = AddressRules.allowing(List.of("models.example.com"));

  private final Vertx vertx = Vertx.vertx();
  private final Queue<List<InetAddress>> answers = new ArrayDeque<>();
  private final List<String> asked = new ArrayList<>();

  @AfterEach
  void stop() {
    vertx.close();
  }

  private void resolves(String... literals) {
    answers.add(Stream.of(literals).map(InetAddress::ofLiteral).toList());
  }

  private Future<List<InetAddress>> resolved(String host) {
    asked.add(host);
    List<InetAddress> answer = answers.poll();
    return answer == null
        ? Future.failedFuture(new UnknownHostException(host))
        : Future.succeededFuture(answer);
  }

  private Reader ask(AddressRules rules, String address) {
    VertxLanguageModel model =
        new VertxLanguageModel(
            vertx, new Guide(this::resolved, rules), Limits.USUAL, Calls.circuits());
    return Reader.of(
            model.answer(
                Calls.to(ProviderKind.OPENAI_COMPATIBLE, URI.create(address), Calls.PATIENCE)))
        .awaitEnd();
  }

  private static String at(String host, HostileServer server) {
    return "http://" + host + ":" + server.address().getPort() + "/v1";
  }

  @Test
  void connectsToTheAddressThatWasCheckedAndStillSaysTheName() {
    resolves("127.0.0.1");
    try (HostileServer server =
        HostileServer.answering(Transcripts.whole(ProviderKind.OPENAI_COMPATIBLE))) {
      Reader reader = ask(NAMED, at("models.example.com", server));

      assertThat(reader.text()).isEqualTo(Transcripts.TEXT);
      assertThat(asked).containsExactly("models.example.com");
      assertThat(server.requests.getFirst())
          .containsIgnoringCase("host: models.example.com:" + server.address().getPort());
    }
  }

  @Test
  void refusesANameThatLeadsToThisMachine() {
    resolves("127.0.0.1");
    try (HostileServer server =
        HostileServer.answering(Transcripts.whole(ProviderKind.OPENAI_COMPATIBLE))) {
      Reader reader = ask(STRICT, at("models.example.com", server));

      assertThat(reader.callFailure().fault()).isEqualTo(Fault.ADDRESS_REFUSED);
      assertThat(server.lines).isEmpty();
    }
  }

  @Test
  void refusesANameOfWhichOneAddressIsNotPublic() {
    resolves("192.0.1.1", "10.0.0.1");

    assertThat(ask(STRICT, "https://models.example.com").callFailure().fault())
        .isEqualTo(Fault.ADDRESS_REFUSED);
  }

  @Test
  void looksAtEachCallAnew() {
    resolves("127.0.0.1");
    resolves("127.0.0.1");
    try (HostileServer server =
        HostileServer.answering(Transcripts.whole(ProviderKind.OPENAI_COMPATIBLE))) {
      String address = at("models.example.com", server);

      Reader admitted = ask(NAMED, address);
      Reader rebound = ask(STRICT, address);

      assertThat(admitted.text()).isEqualTo(Transcripts.TEXT);
      assertThat(rebound.callFailure().fault()).isEqualTo(Fault.ADDRESS_REFUSED);
      assertThat(asked).hasSize(2);
      assertThat(server.requests).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:5432",
        "http://0x7f.1:5432",
        "http://2130706433",
        "http://[::1]:5432",
        "http://[::ffff:127.0.0.1]",
        "http://169.254.169.254/latest/meta-data",
        "http://localhost:5432"
      })
  void doesNotEvenAskForWhatIsNoPublicHost(String address) {
    assertThat(ask(STRICT, address).callFailure().fault())
        .isIn(Fault.ADDRESS_REFUSED, Fault.UNAVAILABLE);
    assertThat(asked).isEmpty();
  }

  @Test
  void failsWhereANameLeadsNowhere() {
    assertThat(ask(STRICT, "https://models.example.com").callFailure().fault())
        .isEqualTo(Fault.UNAVAILABLE);
  }

  @Test
  void followsNoRedirect() {
    resolves("127.0.0.1");
    try (HostileServer inside = HostileServer.answering("HTTP/1.1 200 OK\r\n\r\n");
        HostileServer server =
            HostileServer.answering(
                "HTTP/1.1 307 Temporary Redirect\r\nLocation: "
                    + inside.address()
                    + "\r\nContent-Length: 0\r\n\r\n")) {
      Reader reader = ask(NAMED, at("models.example.com", server));

      assertThat(reader.callFailure().fault()).isEqualTo(Fault.BROKEN);
      assertThat(inside.lines).isEmpty();
    }
  }
}
