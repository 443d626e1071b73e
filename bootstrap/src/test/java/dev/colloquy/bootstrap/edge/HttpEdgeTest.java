package dev.colloquy.bootstrap.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.bootstrap.testing.PostgresTestResource;
import dev.colloquy.bootstrap.testing.User;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What is refused before anybody is looked up, byte by byte as a hostile client would send it. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class HttpEdgeTest {

  private static final int MILLIS = 10_000;
  private static final String LOGIN = "POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\n";
  private static final String JSON = "Content-Type: application/json\r\n";

  @TestHTTPResource("/")
  URI root;

  @Test
  void asksWhoCallsEvenForPathsThatDoNotExist() throws IOException {
    String answer = send("GET /nothing HTTP/1.1\r\nHost: x\r\n\r\n");

    assertThat(answer)
        .startsWith("HTTP/1.1 401 ")
        .contains("\r\nWWW-Authenticate: Bearer realm=\"colloquy\"\r\n");
    assertProblem(answer, "UNAUTHENTICATED");
  }

  @Test
  void refusesAForgedToken() throws IOException {
    String answer =
        send(
            "GET /api/v1/workspaces HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer e30.e30.\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 401 ");
    assertProblem(answer, "UNAUTHENTICATED");
  }

  @Test
  void refusesTwoCredentialsAtOnce() throws IOException {
    String answer =
        send(
            "GET /api/v1/workspaces HTTP/1.1\r\nHost: x\r\n"
                + "Authorization: Bearer a\r\nX-API-Key: b\r\n\r\n");

    assertProblem(answer, "UNAUTHENTICATED");
  }

  @Test
  void ignoresCredentialsWhereNobodyIsAskedFor() throws IOException {
    String answer = send(LOGIN + "Authorization: Bearer e30.e30.\r\n" + body("{}"));

    assertProblem(answer, "VALIDATION_ERROR");
  }

  @Test
  void namesTheMethodsThatAPathKnows() throws IOException {
    String answer = send("DELETE /api/v1/auth/login HTTP/1.1\r\nHost: x\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 405 ").contains("\r\nAllow: POST\r\n");
    assertProblem(answer, "METHOD_NOT_ALLOWED");
  }

  @Test
  void refusesWhatItCannotAnswerInTheFormAskedFor() throws IOException {
    assertProblem(send(LOGIN + "Accept: text/html\r\n" + body("{}")), "NOT_ACCEPTABLE");
  }

  @Test
  void refusesAMalformedUri() throws IOException {
    assertProblem(send("GET /api/v1/%zz HTTP/1.1\r\nHost: x\r\n\r\n"), "MALFORMED_REQUEST");
    assertProblem(send("GET /api/v1/a|b HTTP/1.1\r\nHost: x\r\n\r\n"), "MALFORMED_REQUEST");
    assertProblem(send("GET /api/v1/%00 HTTP/1.1\r\nHost: x\r\n\r\n"), "MALFORMED_REQUEST");
  }

  @Test
  void refusesARequestWithoutHost() throws IOException {
    assertProblem(send("GET /api/v1/workspaces HTTP/1.1\r\n\r\n"), "MALFORMED_REQUEST");
  }

  @Test
  void refusesAnEndlessUriAndEndlessHeaders() throws IOException {
    String uri = "/api/v1/workspaces?x=" + "a".repeat(9_000);
    String header = "X-Large: " + "a".repeat(20_000) + "\r\n";

    assertProblem(send("GET " + uri + " HTTP/1.1\r\nHost: x\r\n\r\n"), "URI_TOO_LONG");
    assertProblem(send(LOGIN + header + body("{}")), "HEADERS_TOO_LARGE");
  }

  @Test
  void refusesALengthThatIsTooLargeBeforeTheBodyComes() throws IOException {
    String answer = send(LOGIN + JSON + "Content-Length: 99999999\r\n\r\n{");

    assertThat(answer).startsWith("HTTP/1.1 413 ");
    assertProblem(answer, "PAYLOAD_TOO_LARGE");
  }

  @Test
  void countsABodyThatDoesNotTellItsLength() throws IOException {
    String chunk = "10000\r\n" + " ".repeat(65_536) + "\r\n";

    String answer =
        send(LOGIN + JSON + "Transfer-Encoding: chunked\r\n\r\n" + chunk.repeat(33) + "0\r\n\r\n");

    assertProblem(answer, "PAYLOAD_TOO_LARGE");
  }

  @Test
  void refusesABodyWhoseChunksAreNone() throws IOException {
    String broken = "Transfer-Encoding: chunked\r\n\r\nzz\r\n";
    String chat = "POST /v1/chat/completions HTTP/1.1\r\nHost: x\r\n";

    String answer =
        send(
            chat
                + "Authorization: Bearer "
                + User.registered("Ada").token()
                + "\r\n"
                + JSON
                + broken);

    assertThat(answer).startsWith("HTTP/1.1 400 ").contains("\"code\":\"MALFORMED_REQUEST\"");
  }

  @Test
  void readsABodyOfAlmostTheLargestSize() throws IOException {
    assertProblem(send(LOGIN + body(" ".repeat(2_000_000) + "{}")), "VALIDATION_ERROR");
  }

  @Test
  void refusesTwoWaysToTellTheLength() throws IOException {
    String answer =
        send(
            LOGIN
                + JSON
                + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 400 ");
  }

  @Test
  void upgradesNoConnectionToHttp2() throws IOException {
    String answer =
        send(
            "GET /q/health/live HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, HTTP2-Settings\r\n"
                + "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 200 ");
  }

  @Test
  void refusesCompressedBodiesAndOtherMediaTypes() throws IOException {
    String gzip = LOGIN + "Content-Encoding: gzip\r\n" + body("{}");
    String text = LOGIN + "Content-Type: text/plain\r\nContent-Length: 2\r\n\r\n{}";

    assertProblem(send(gzip), "UNSUPPORTED_MEDIA_TYPE");
    assertProblem(send(text), "UNSUPPORTED_MEDIA_TYPE");
  }

  @Test
  void refusesABodyThatIsMissing() throws IOException {
    assertProblem(send(LOGIN + "\r\n"), "MALFORMED_REQUEST");
    assertProblem(send(LOGIN + body("")), "MALFORMED_REQUEST");
  }

  @Test
  void refusesBodiesThatTwoParsersMightReadDifferently() throws IOException {
    assertProblem(send(LOGIN + body("{\"a\":1,\"a\":2}")), "MALFORMED_REQUEST");
    assertProblem(send(LOGIN + body("{} {}")), "MALFORMED_REQUEST");
    assertProblem(send(LOGIN + body("{\"a\":\"\u00ff\"}")), "MALFORMED_REQUEST");
    assertProblem(
        send(LOGIN + body("{\"a\":" + "[".repeat(40) + "]".repeat(40) + "}")), "MALFORMED_REQUEST");
  }

  @Test
  void refusesTextThatCannotBeStored() throws IOException {
    assertProblem(send(LOGIN + body("{\"email\":\"\\u0000\"}")), "VALIDATION_ERROR");
    assertProblem(send(LOGIN + body("{\"unread\":[\"\\ud800\"]}")), "VALIDATION_ERROR");
  }

  @Test
  void repeatsAHarmlessRequestIdAndReplacesAnyOther() throws IOException {
    String harmless = send(LOGIN + "X-Request-Id: abc-1\r\n" + body("{}"));
    String hostile = send(LOGIN + "X-Request-Id: a b\tERROR forged\r\n" + body("{}"));

    assertThat(harmless).contains("X-Request-Id: abc-1\r\n", "\"request_id\":\"abc-1\"");
    assertThat(hostile).doesNotContain("forged").contains("X-Request-Id: ");
  }

  @Test
  void keepsAnswersOutOfCachesAndFrames() throws IOException {
    assertThat(send(LOGIN + body("{}")))
        .contains("Cache-Control: no-store", "X-Content-Type-Options: nosniff");
  }

  private static void assertProblem(String answer, String code) {
    assertThat(answer)
        .contains("Content-Type: application/problem+json")
        .contains("\"type\":\"urn:colloquy:problem:" + code + "\"")
        .contains("\"code\":\"" + code + "\"")
        .contains("\"request_id\":\"")
        .doesNotContain("Exception", "dev.colloquy", "io.vertx");
  }

  private static String body(String json) {
    return JSON + "Content-Length: " + json.length() + "\r\n\r\n" + json;
  }

  /** Sends these characters, each as one byte, and reads until the server has nothing to add. */
  private String send(String request) throws IOException {
    String closing = request.replaceFirst("\r\n", "\r\nConnection: close\r\n");
    try (Socket socket = new Socket(root.getHost(), root.getPort())) {
      socket.setSoTimeout(MILLIS);
      socket.getOutputStream().write(closing.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
