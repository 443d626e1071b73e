package dev.colloquy.tool.adapter.llm.fetch;

import static dev.colloquy.shared.testkit.Stages.assertFailureOf;
import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.shared.adapter.llm.Guide;
import dev.colloquy.shared.domain.AddressRules;
import dev.colloquy.shared.testkit.Actors;
import dev.colloquy.tool.domain.ToolException.ToolFailed;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The address is the one that was looked at; who answers there has to be whom the name means. */
final class PinnedTlsTest {

  private static final String NAME = "pages.example.com";
  private static final String OTHER = "other.example.com";
  private static final String PASSWORD = "changeit";
  private static final String TRUST_STORE = "javax.net.ssl.trustStore";
  private static final String TRUST_STORE_PASSWORD = "javax.net.ssl.trustStorePassword";
  private static final FetchLimits LIMITS =
      new FetchLimits(1_000, 2, Duration.ofSeconds(5), Duration.ofSeconds(10));

  @TempDir static Path folder;

  private final Vertx vertx = Vertx.vertx();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<String> served = new CopyOnWriteArrayList<>();

  /** This machine trusts both names' certificates, and not that of a stranger. */
  @BeforeAll
  static void trust() throws Exception {
    certificate("trusted", OTHER);
    certificate("trusted", NAME);
    certificate("strange", NAME);
    System.setProperty(TRUST_STORE, store("trusted"));
    System.setProperty(TRUST_STORE_PASSWORD, PASSWORD);
  }

  @AfterAll
  static void forget() {
    System.clearProperty(TRUST_STORE);
    System.clearProperty(TRUST_STORE_PASSWORD);
  }

  @AfterEach
  void stop() {
    vertx.close();
  }

  private static String store(String store) {
    return folder.resolve(store + ".p12").toString();
  }

  private static void certificate(String store, String name)
      throws IOException, InterruptedException {
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=dns:" + name,
                "-keystore",
                store(store),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD)
            .inheritIO()
            .start();
    assertThat(keytool.waitFor()).isZero();
  }

  /** Shows the certificate, or the one of the name that is asked for. */
  private int listening(String store, Optional<String> alias) {
    PfxOptions key = new PfxOptions().setPath(store(store)).setPassword(PASSWORD);
    HttpServer server =
        vertx
            .createHttpServer(
                new HttpServerOptions()
                    .setSsl(true)
                    .setSni(alias.isEmpty())
                    .setKeyCertOptions(alias.map(key::setAlias).orElse(key)))
            .requestHandler(
                request -> {
                  served.add(
                      request.connection().indicatedServerName()
                          + " "
                          + request.authority().host());
                  request.response().putHeader("Content-Type", "text/plain").end("Bread");
                });
    return valueOf(server.listen(0, "127.0.0.1").toCompletionStage()).actualPort();
  }

  private CompletionStage<String> page(int port) {
    return new FetchUrlTool(
            vertx, new Guide(this::here, AddressRules.allowing(List.of(NAME))), LIMITS)
        .call(Actors.anyone(), new HashMap<>(Map.of("url", "https://" + NAME + ":" + port + "/")));
  }

  private Future<List<InetAddress>> here(String host) {
    asked.add(host);
    return Future.succeededFuture(List.of(InetAddress.getLoopbackAddress()));
  }

  @Test
  void saysTheNameToWhoeverAnswersAtTheAddressThatWasLookedAt() {
    int port = listening("trusted", Optional.empty());

    assertThat(valueOf(page(port))).isEqualTo("Bread");

    assertThat(asked).containsExactly(NAME);
    assertThat(served).containsExactly(NAME + " " + NAME);
  }

  @Test
  void refusesWhoeverHasTheCertificateOfAnotherName() {
    int port = listening("trusted", Optional.of(OTHER));

    assertFailureOf(page(port))
        .isInstanceOf(ToolFailed.class)
        .hasMessage("The page cannot be reached.");
    assertThat(served).isEmpty();
  }

  @Test
  void refusesWhoeverHasNoCertificateThatIsTrusted() {
    int port = listening("strange", Optional.of(NAME));

    assertFailureOf(page(port)).isInstanceOf(ToolFailed.class);
    assertThat(served).isEmpty();
  }
}
