package dev.colloquy.bootstrap.testing;

import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** Reads one stream of server-sent events as it comes. */
public final class SseClient implements AutoCloseable {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final HttpResponse<InputStream> response;
  private final List<Frame> frames = new CopyOnWriteArrayList<>();
  private volatile boolean ended;

  /** A frame's fields; those that were not sent are empty. */
  public record Frame(String id, String event, String data, String retry) {}

  private SseClient(HttpResponse<InputStream> response) {
    this.response = response;
    Thread.ofVirtual().start(this::read);
  }

  /** Opens a stream; the headers come as pairs of name and value. */
  public static SseClient open(String path, String... headers) throws Exception {
    return open(URI.create(RestAssured.baseURI + ":" + RestAssured.port + path), headers);
  }

  /** Opens a stream of any server. */
  public static SseClient open(URI uri, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri).setHeader("Accept", "text/event-stream");
    if (headers.length > 0) {
      for (int i = 0; i < headers.length; i += 2) {
        request.setHeader(headers[i], headers[i + 1]);
      }
    }
    return new SseClient(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
  }

  public int status() {
    return response.statusCode();
  }

  public Optional<String> header(String name) {
    return response.headers().firstValue(name);
  }

  public List<Frame> frames() {
    return List.copyOf(frames);
  }

  public SseClient await(Predicate<Frame> wanted) {
    Awaitility.await().until(() -> frames.stream().anyMatch(wanted));
    return this;
  }

  /** The first frame of this event. */
  public Frame awaitEvent(String event) {
    await(frame -> frame.event().equals(event));
    return frames.stream().filter(frame -> frame.event().equals(event)).findFirst().orElseThrow();
  }

  public boolean hasEnded() {
    return ended;
  }

  @Override
  public void close() throws IOException {
    response.body().close();
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
      List<String> frame = new ArrayList<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isEmpty()) {
          frame.add(line);
        } else {
          if (!frame.stream().allMatch(it -> it.startsWith(":"))) {
            frames.add(parse(frame));
          }
          frame.clear();
        }
      }
    } catch (IOException closed) {
      // by this side or by the other: the stream is over
    } finally {
      ended = true;
    }
  }

  private static Frame parse(List<String> lines) {
    return new Frame(
        field(lines, "id"), field(lines, "event"), field(lines, "data"), field(lines, "retry"));
  }

  private static String field(List<String> lines, String name) {
    return lines.stream()
        .filter(line -> line.startsWith(name + ": "))
        .map(line -> line.substring(name.length() + 2))
        .findFirst()
        .orElse("");
  }
}
