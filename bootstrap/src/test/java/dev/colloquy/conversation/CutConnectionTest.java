package dev.colloquy.conversation;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.bootstrap.testing.PostgresTestResource;
import dev.colloquy.bootstrap.testing.User;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A post whose connection is cut somewhere is sent again with its key, and takes effect once. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class CutConnectionTest {

  private static final int PAGE = 200;

  @TestHTTPResource("/")
  URI root;

  private User ada;
  private String messages;
  private UUID line;

  @BeforeEach
  void openAConversation() {
    ada = People.gathered().ada();
    String conversation =
        ada.post(
                "/api/v1/conversations",
                Map.of("workspace_id", ada.workspace(), "topic", "On a bad line"))
            .statusCode(201)
            .extract()
            .path("id");
    line = UUID.randomUUID();
    messages = "/api/v1/conversations/" + conversation + "/messages";
  }

  @Test
  void takesEffectOnceWhereverTheRequestWasCut() throws IOException {
    int length = request(0).length;
    List<String> expected = new ArrayList<>();

    for (int sent = 0; sent <= length; sent++) {
      try (Socket socket = dialled()) {
        socket.getOutputStream().write(request(sent), 0, sent);
        hangUp(socket, sent);
      }
      expected.add(repeated(sent));
    }

    assertThat(stored()).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void takesEffectOnceWhereverTheAnswerWasCut() throws IOException {
    int length = wholeAnswer();
    List<String> expected = new ArrayList<>(stored());

    for (int read = 0; read <= length; read++) {
      try (Socket socket = dialled()) {
        socket.getOutputStream().write(request(read));
        socket.getInputStream().readNBytes(read);
        hangUp(socket, read);
      }
      expected.add(repeated(read));
    }

    assertThat(stored()).containsExactlyInAnyOrderElementsOf(expected);
  }

  private int wholeAnswer() throws IOException {
    try (Socket socket = dialled()) {
      socket.getOutputStream().write(request(999));
      socket.shutdownOutput();
      return socket.getInputStream().readAllBytes().length;
    }
  }

  private String repeated(int cut) {
    return ada.request()
        .header("Idempotency-Key", key(cut))
        .body(body(cut))
        .post(messages)
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  /** The ids of all messages, in their order. */
  private List<String> stored() {
    List<String> ids = new ArrayList<>();
    List<String> page;
    do {
      page =
          ada.get(messages + "?limit=" + PAGE + "&after=" + ids.size())
              .statusCode(200)
              .extract()
              .path("items.id");
      ids.addAll(page);
    } while (page.size() == PAGE);
    return ids;
  }

  private byte[] request(int cut) {
    String body = body(cut);
    return ("POST "
            + messages
            + " HTTP/1.1\r\nHost: colloquy\r\nAuthorization: Bearer "
            + ada.token()
            + "\r\nContent-Type: application/json\r\nIdempotency-Key: "
            + key(cut)
            + "\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body)
        .getBytes(US_ASCII);
  }

  private String key(int cut) {
    return "%s-%04d".formatted(line, cut);
  }

  private static String body(int cut) {
    return "{\"content\":\"Said on a line cut at %04d\"}".formatted(cut);
  }

  private Socket dialled() throws IOException {
    Socket socket = new Socket(root.getHost(), root.getPort());
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(10_000);
    return socket;
  }

  /** Now as somebody who leaves, now as somebody who falls silent in the middle of a word. */
  private static void hangUp(Socket socket, int cut) throws IOException {
    if (cut % 2 == 0) {
      socket.setSoLinger(true, 0);
    }
    socket.close();
  }
}
