package dev.colloquy.tool.adapter.llm.fetch;

import static dev.colloquy.shared.testkit.Stages.assertFailureOf;
import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.colloquy.shared.adapter.llm.Guide;
import dev.colloquy.shared.domain.AddressRules;
import dev.colloquy.shared.testkit.Actors;
import dev.colloquy.tool.domain.ToolException.ToolFailed;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** L1: a page is fetched from where it was looked at, and from nowhere else. */
final class FetchUrlToolTest {

  private static final AddressRules NAMED = AddressRules.allowing(List.of("pages.example.com"));
  private static final FetchLimits LIMITS =
      new FetchLimits(1_000, 2, Duration.ofSeconds(2), Duration.ofSeconds(2));

  private final Vertx vertx = Vertx.vertx();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<String> served = new CopyOnWriteArrayList<>();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::serve);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    vertx.close();
  }

  private void serve(HttpExchange http) throws IOException {
    try (http) {
      String path = http.getRequestURI().toString();
      served.add(http.getRequestHeaders().getFirst("Host") + path);
      switch (path) {
        case "/page?a=1" -> answer(http, "text/html; charset=ISO-8859-1", "Brät");
        case "/long" -> answer(http, "text/plain", "x".repeat(5_000));
        case "/picture" -> answer(http, "image/png", "PNG");
        case "/once" -> redirect(http, "page?a=1");
        case "/inside" -> redirect(http, "http://127.0.0.1:" + port() + "/page?a=1");
        case "/metadata" -> redirect(http, "http://169.254.169.254/latest");
        case "/file" -> redirect(http, "file:///etc/passwd");
        case "/loop" -> redirect(http, "/loop");
        case "/stall" -> {
          http.sendResponseHeaders(200, 0);
          http.getResponseBody().write('x');
          http.getResponseBody().flush();
          Thread.sleep(Duration.ofMinutes(1));
        }
        default -> http.sendResponseHeaders(404, -1);
      }
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }

  private static void answer(HttpExchange http, String type, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.ISO_8859_1);
    http.getResponseHeaders().set("Content-Type", type);
    http.sendResponseHeaders(200, body.length);
    http.getResponseBody().write(body);
  }

  private static void redirect(HttpExchange http, String location) throws IOException {
    http.getResponseHeaders().set("Location", location);
    http.sendResponseHeaders(302, -1);
  }

  private int port() {
    return server.getAddress().getPort();
  }

  private Future<List<InetAddress>> here(String host) {
    asked.add(host);
    return Future.succeededFuture(List.of(InetAddress.getLoopbackAddress()));
  }

  private CompletionStage<String> fetch(AddressRules rules, String url) {
    return new FetchUrlTool(vertx, new Guide(this::here, rules), LIMITS)
        .call(Actors.anyone(), new HashMap<>(Map.of("url", url)));
  }

  private CompletionStage<String> page(String path) {
    return fetch(NAMED, "http://pages.example.com:" + port() + path);
  }

  @Test
  void hasToBeAllowed() {
    try (FetchUrlTool tool = new FetchUrlTool(vertx, NAMED)) {
      assertThat(tool.tool().needsApproval()).isTrue();
    }
  }

  @Test
  void fetchesAPageAsTextFromTheAddressThatWasLookedAt() {
    assertThat(valueOf(page("/page?a=1#part"))).isEqualTo("Brät");
    assertThat(asked).containsExactly("pages.example.com");
    assertThat(served).containsExactly("pages.example.com:" + port() + "/page?a=1");
  }

  @Test
  void followsAPageThatLeadsOnAndLooksAgain() {
    assertThat(valueOf(page("/once"))).isEqualTo("Brät");
    assertThat(asked).hasSize(2);
  }

  @Test
  void readsSoMuchAndNoMore() {
    assertThat(valueOf(page("/long"))).hasSize(1_000);
  }

  @ParameterizedTest
  @CsvSource({
    "/inside, The address leads where only the operator may let Colloquy go.",
    "/metadata, The address leads where only the operator may let Colloquy go.",
    "/file, The address must be an address such as https://api.example.com/v1.",
    "/loop, The page leads on too often.",
    "/picture, The page is no text.",
    "/nothing, The page answers with status 404.",
    "/stall, The page did not come in time."
  })
  void saysWhyThereIsNoPage(String path, String why) {
    assertFailureOf(page(path)).isInstanceOf(ToolFailed.class).hasMessage(why);
    assertThat(served).noneMatch(it -> it.startsWith("127.0.0.1"));
  }

  @Test
  void leavesNoPageInTheOpenThatBeganInSecret() {
    Target secret = Target.of("https://pages.example.com/a");

    assertThat(secret.redirected("/b").address()).hasToString("https://pages.example.com/b");
    assertThat(secret.redirected("//c.example.com").address()).hasToString("https://c.example.com");
    assertThatThrownBy(() -> secret.redirected("http://pages.example.com/a"))
        .isInstanceOf(ToolFailed.class);
    assertThatThrownBy(() -> secret.redirected("http://[")).isInstanceOf(ToolFailed.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0x7f.1/",
        "http://017700000001/",
        "http://0177.0.0.1/",
        "http://127.1/",
        "http://127.0.0.1./",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::ffff:7f00:1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://[2002:7f00:1::]/",
        "http://[fe80::1%25eth0]/",
        "http://[fd00::1]/",
        "http://[::]/",
        "http://localhost/",
        "http://LOCALHOST/",
        "http://a.localhost/",
        "http://metadata.google.internal/",
        "http://169.254.169.254/latest",
        "http://0/",
        "http://0.0.0.0/",
        "http://100.64.0.1/",
        "http://10.0.0.5/",
        "http://192.168.1.1/",
        "http://example.com@127.0.0.1/",
        "http://127.0.0.1\\@example.com/",
        "http://example.com:80@127.0.0.1:8080/",
        "http://①②⑦.⓪.⓪.①/",
        "http://127。0。0。1/",
        "http://exa%6dple.com/",
        "http://db/",
        "http://256.1.1.1/",
        "http://example.com:0/",
        "http://example.com:99999/",
        "file:///etc/passwd",
        "gopher://example.com/",
        "jar:http://example.com!/",
        "//example.com",
        "http:///x"
      })
  void doesNotEvenAskForWhatIsNoPublicHost(String url) {
    assertFailureOf(fetch(new AddressRules(Set.of()), url)).isInstanceOf(ToolFailed.class);
    assertThat(asked).isEmpty();
  }

  @Test
  void refusesANameThatLeadsToThisMachine() {
    assertFailureOf(fetch(new AddressRules(Set.of()), "http://pages.example.com/"))
        .hasMessageContaining("only the operator");
    assertThat(served).isEmpty();
  }
}
