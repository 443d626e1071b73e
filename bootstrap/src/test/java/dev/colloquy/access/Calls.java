package dev.colloquy.access;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Requests to the running application. */
final class Calls {

  private static final int FIRST_BYTES = 2_000;

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI root;

  Calls(URI root) {
    this.root = root;
  }

  /** What was answered. */
  record Answer(int status, String body, HttpResponse<InputStream> whole) {

    boolean isServed() {
      return status >= 200 && status < 300;
    }

    String id() {
      return field("id");
    }

    String field(String name) {
      Matcher matcher = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(body);
      if (!matcher.find()) {
        throw new AssertionError("no " + name + " in " + status + " " + body);
      }
      return matcher.group(1);
    }

    Answer expect(int wanted) {
      if (status != wanted) {
        throw new AssertionError("wanted " + wanted + ", got " + status + " " + body);
      }
      return this;
    }

    Optional<String> header(String name) {
      return whole.headers().firstValue(name);
    }
  }

  /** Without a body. */
  Answer send(String credential, String method, String path, String... headers) {
    return send(credential, method, path, Optional.empty(), headers);
  }

  /** With a JSON body, where there is one. */
  Answer send(
      String credential, String method, String path, Optional<String> json, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(root.resolve(path)).timeout(Duration.ofSeconds(60));
    if (!credential.isEmpty()) {
      request.header("Authorization", "Bearer " + credential);
    }
    if (json.isPresent()) {
      request.header("Content-Type", "application/json");
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    request.method(
        method,
        json.map(HttpRequest.BodyPublishers::ofString)
            .orElseGet(HttpRequest.BodyPublishers::noBody));
    return answered(request.build());
  }

  private Answer answered(HttpRequest request) {
    try {
      HttpResponse<InputStream> response =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        boolean endless =
            response
                .headers()
                .firstValue("Content-Type")
                .orElse("")
                .startsWith("text/event-stream");
        byte[] bytes = endless ? firstOf(body) : body.readAllBytes();
        return new Answer(
            response.statusCode(), new String(bytes, StandardCharsets.UTF_8), response);
      }
    } catch (IOException e) {
      throw new AssertionError(request + " failed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  // the first frame comes at once; whatever comes later may take its time
  private static byte[] firstOf(InputStream stream) throws IOException {
    byte[] bytes = new byte[FIRST_BYTES];
    int length = Math.max(0, stream.read(bytes));
    return Arrays.copyOf(bytes, length);
  }
}
