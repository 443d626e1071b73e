package dev.colloquy.model.adapter.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.model.domain.ModelCall;
import dev.colloquy.model.domain.ModelCallFailed;
import dev.colloquy.model.domain.ModelCallFailed.Fault;
import dev.colloquy.model.domain.ProviderKind;
import dev.colloquy.shared.testkit.Stages;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a provider does, an answer ends once, in time, and takes no more than it may. */
final class HostileProviderTest {

  private static final Duration SHORT = Duration.ofMillis(300);

  private final Vertx vertx = Vertx.vertx();
  private final VertxLanguageModel model =
      new VertxLanguageModel(vertx, Calls.RULES, Calls.circuits());

  @AfterEach
  void stop() {
    vertx.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"OPENAI", "ANTHROPIC"})
  void endsOnceWhereverTheConnectionIsCut(ProviderKind kind) {
    byte[] transcript = Transcripts.whole(kind).getBytes(StandardCharsets.UTF_8);
    int[] cut = {0};
    try (HostileServer server =
        new HostileServer(
            line -> {
              line.read();
              line.send(Arrays.copyOf(transcript, cut[0]));
            })) {
      while (cut[0] <= transcript.length) {
        Reader reader = ask(kind, server).awaitEnd();

        assertThat(reader.ends).as("ends, cut at " + cut[0]).hasValue(1);
        assertThat(Transcripts.TEXT).startsWith(reader.text());
        if (reader.failure() == null) {
          assertThat(reader.text()).isEqualTo(Transcripts.TEXT);
        } else {
          assertThat(reader.callFailure().fault()).isIn(Fault.UNAVAILABLE, Fault.BROKEN);
        }
        cut[0]++;
      }
      // all that may be missing of a whole answer is the end of its framing
      assertThat(ask(kind, server).failure()).isNull();
      cut[0] = transcript.length - Transcripts.end().length() - 4;
      assertThat(ask(kind, server).callFailure().fault()).isEqualTo(Fault.BROKEN);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\n", "stream", "word"})
  void givesUpAProviderThatFallsSilent(String until) {
    String sent =
        switch (until) {
          case "stream" -> Transcripts.head();
          case "word" -> Transcripts.head() + Transcripts.chunk(Transcripts.said("Well"));
          default -> until;
        };
    try (HostileServer server = new HostileServer(line -> fallSilent(line, sent))) {
      long start = System.nanoTime();

      Reader reader = Reader.of(model.answer(call(server, SHORT)));

      assertThat(reader.callFailure().fault()).isEqualTo(Fault.TIMEOUT);
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .isBetween(SHORT, SHORT.plusSeconds(3));
      assertThat(server.lines.getFirst().closedAt).succeedsWithin(Stages.PATIENCE);
    }
  }

  @Test
  void staysWithAProviderThatIsSlowButNotSilent() {
    try (HostileServer server =
        new HostileServer(
            line -> {
              line.read();
              line.send(Transcripts.head());
              for (int i = 0; i < 8; i++) {
                line.send(Transcripts.chunk(Transcripts.said(i + " ")));
                pause(200);
              }
              line.send(Transcripts.chunk(Transcripts.finish("stop")) + Transcripts.end());
            })) {
      Reader reader = Reader.of(model.answer(call(server, Duration.ofSeconds(1))));

      assertThat(reader.failure()).isNull();
      assertThat(reader.text()).isEqualTo("0 1 2 3 4 5 6 7 ");
    }
  }

  @Test
  void doesNotTakeAReaderWhoPausesForASilentProvider() {
    try (HostileServer server = HostileServer.answering(Transcripts.whole(ProviderKind.OPENAI))) {
      Reader reader = Reader.of(model.answer(call(server, Duration.ofSeconds(1))), 1);
      reader.awaitPieces(1);

      pause(1500);
      boolean ended = reader.hasEnded();
      reader.request(Long.MAX_VALUE);

      assertThat(ended).isFalse();
      assertThat(reader.failure()).isNull();
      assertThat(reader.text()).isEqualTo(Transcripts.TEXT);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "word"})
  void closesTheConnectionAtOnceWhenCancelled(String until) {
    String sent =
        until.isEmpty() ? "" : Transcripts.head() + Transcripts.chunk(Transcripts.said("Well"));
    try (HostileServer server = new HostileServer(line -> fallSilent(line, sent))) {
      Reader reader = ask(ProviderKind.OPENAI, server);
      reader.await(() -> !server.requests.isEmpty()).awaitPieces(until.isEmpty() ? 0 : 1);

      long start = System.nanoTime();
      reader.cancel();

      assertThat(server.lines.getFirst().closedAt)
          .succeedsWithin(Stages.PATIENCE)
          .satisfies(
              at -> assertThat(Duration.ofNanos(at - start)).isLessThan(Duration.ofSeconds(1)));
      assertThat(reader.hasEnded()).isFalse();
    }
  }

  @Test
  void refusesALineOfAHundredMegabytes() {
    AtomicLong sent = new AtomicLong();
    try (HostileServer server =
        new HostileServer(
            line -> {
              line.read();
              line.send(Transcripts.CLOSING + "data: ");
              byte[] piece = "x".repeat(64 * 1024).getBytes(StandardCharsets.UTF_8);
              while (sent.addAndGet(piece.length) < 100L << 20) {
                line.send(piece);
              }
            })) {
      Reader reader = ask(ProviderKind.OPENAI, server);

      assertThat(reader.callFailure().fault()).isEqualTo(Fault.TOO_LARGE);
      assertThat(server.lines.getFirst().closedAt).succeedsWithin(Stages.PATIENCE);
      assertThat(sent).hasValueLessThan(20L << 20);
    }
  }

  @Test
  void refusesAStreamWithoutAnEnd() {
    String words = Transcripts.said("x".repeat(1000)).repeat(60);
    try (HostileServer server =
        new HostileServer(
            line -> {
              line.read();
              line.send(Transcripts.CLOSING);
              while (true) {
                line.send(words);
              }
            })) {
      Reader reader = ask(ProviderKind.OPENAI, server);

      assertThat(reader.callFailure().fault()).isEqualTo(Fault.TOO_LARGE);
      assertThat(reader.text()).hasSizeBetween(10_000_000, 16 << 20);
      assertThat(server.lines.getFirst().closedAt).succeedsWithin(Stages.PATIENCE);
    }
  }

  @Test
  void leavesWithTheProviderWhatNobodyReads() {
    AtomicLong sent = new AtomicLong();
    String words = Transcripts.said("x".repeat(1000)).repeat(60);
    try (HostileServer server =
        new HostileServer(
            line -> {
              line.read();
              line.send(Transcripts.CLOSING);
              while (sent.addAndGet(words.length()) < 12L << 20) {
                line.send(words);
              }
              line.send(Transcripts.finish("stop"));
            })) {
      Reader reader = Reader.of(model.answer(call(server, Calls.PATIENCE)), 1);
      reader.awaitPieces(1);

      long waiting = -1;
      while (waiting != sent.get()) {
        waiting = sent.get();
        pause(500);
      }
      reader.request(Long.MAX_VALUE);

      // what the operating system's buffers take, and no more
      assertThat(waiting).isLessThan(11L << 20);
      assertThat(reader.failure()).isNull();
      assertThat(reader.text().length()).isGreaterThan(11_000_000);
    }
  }

  @Test
  void refusesBytesThatAreNotUtf8() {
    try (HostileServer server =
        new HostileServer(
            line -> {
              line.read();
              line.send(Transcripts.CLOSING + "data: {\"choices\":[{\"delta\":{\"content\":\"");
              line.send(new byte[] {(byte) 0xC3, (byte) 0x28});
              line.send("\"}}]}\n\n" + Transcripts.finish("stop"));
            })) {
      assertThat(ask(ProviderKind.OPENAI, server).callFailure().fault()).isEqualTo(Fault.BROKEN);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "data: not json\n\n",
        "data: {\"choices\"\n\n",
        "data: [1,2]\n\n",
        "data: {} {}\n\n",
        "data: {\"choices\":[{\"delta\":{\"content\":{\"a\":1}}}]}\n\n",
        "data: {\"choices\":[{\"delta\":{\"content\":\"\\ud800\"}}]}\n\n",
        "data: {\"choices\":[{\"delta\":{\"tool_calls\":[{\"index\":0}]},\"finish_reason\":\"stop\"}]}\n\n",
        "data: {\"choices\":[{\"delta\":{\"content\":\"no end\"}}]}\n\n",
        "<html>Welcome to the router</html>\n\n",
        ""
      })
  void takesNothingForAnAnswerThatIsNone(String events) {
    try (HostileServer server = HostileServer.answering(Transcripts.CLOSING + events)) {
      Reader reader = ask(ProviderKind.OPENAI, server);

      assertThat(reader.callFailure().fault()).isEqualTo(Fault.BROKEN);
      assertThat(reader.ends).hasValue(1);
    }
  }

  @Test
  void refusesJsonThatIsNestedWithoutAnEnd() {
    String deep = "data: {\"choices\":" + "[".repeat(100_000) + "\n\n";
    try (HostileServer server = HostileServer.answering(Transcripts.CLOSING + deep)) {
      assertThat(ask(ProviderKind.OPENAI, server).callFailure().fault()).isEqualTo(Fault.BROKEN);
    }
  }

  @Test
  void refusesToolsWithoutNumber() {
    StringBuilder calls = new StringBuilder(Transcripts.CLOSING);
    IntStream.range(0, 200)
        .forEach(
            i ->
                calls.append(
                    Transcripts.delta(
                        "{\"tool_calls\":[{\"index\":" + i + ",\"function\":{\"name\":\"t\"}}]}")));
    try (HostileServer server = HostileServer.answering(calls.toString())) {
      assertThat(ask(ProviderKind.OPENAI, server).callFailure().fault()).isEqualTo(Fault.TOO_LARGE);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "200 OK|, BROKEN", // no body at all
    "204 No Content|, BROKEN",
    "302 Found|Location: http://localhost:1/, BROKEN",
    "400 Bad Request|, REFUSED",
    "401 Unauthorized|, KEY_REFUSED",
    "403 Forbidden|, KEY_REFUSED",
    "404 Not Found|, MODEL_UNKNOWN",
    "413 Too Large|, REFUSED",
    "429 Too Many|, RATE_LIMITED",
    "500 Oops|, UNAVAILABLE",
    "503 Busy|, UNAVAILABLE",
    "529 Overloaded|, UNAVAILABLE"
  })
  void saysWhatAStatusMeansAndNothingOfItsBody(String status, Fault fault) {
    String key = Calls.KEY.value();
    String body = "{\"error\":{\"message\":\"Incorrect API key provided: " + key + "\"}}";
    String[] parts = status.split("\\|", 2);
    try (HostileServer server =
        HostileServer.answering(
            "HTTP/1.1 " + parts[0] + "\r\n" + (parts[1].isEmpty() ? "" : parts[1] + "\r\n"),
            "Content-Length: " + body.length() + "\r\nX-Key: " + key + "\r\n\r\n" + body)) {
      ModelCallFailed failure = ask(ProviderKind.OPENAI, server).callFailure();

      assertThat(failure.fault()).isEqualTo(fault);
      assertThat(failure).hasNoCause().hasNoSuppressedExceptions();
      assertThat(failure.toString() + failure.sentence()).doesNotContain(key, "Incorrect");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "7, 7",
    "999999999, 86400",
    "'Wed, 21 Oct 2015 07:28:00 GMT', ",
    "-3, ",
    "soon, ",
    "'', "
  })
  void hearsHowLongToStayAway(String header, Long seconds) {
    try (HostileServer server =
        HostileServer.answering(
            "HTTP/1.1 429 Too Many\r\nRetry-After: " + header + "\r\nContent-Length: 0\r\n\r\n")) {
      ModelCallFailed failure = ask(ProviderKind.OPENAI, server).callFailure();

      assertThat(failure.retryAfter().map(Duration::toSeconds).orElse(null)).isEqualTo(seconds);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "OPENAI|{\"error\":{\"message\":\"M\",\"type\":\"server_error\"}}|UNAVAILABLE",
        "OPENAI|{\"error\":{\"message\":\"M\",\"code\":\"rate_limit_exceeded\"}}|RATE_LIMITED",
        "OPENAI|{\"error\":{\"message\":\"M\",\"code\":429}}|RATE_LIMITED",
        "OPENAI|{\"error\":\"M\"}|UNAVAILABLE",
        "ANTHROPIC|{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"M\"}}|UNAVAILABLE",
        "ANTHROPIC|{\"type\":\"error\",\"error\":{\"type\":\"authentication_error\"}}|KEY_REFUSED",
        "ANTHROPIC|{\"type\":\"error\",\"error\":{\"type\":\"not_found_error\"}}|MODEL_UNKNOWN",
        "ANTHROPIC|{\"type\":\"error\",\"error\":{\"type\":\"invalid_request_error\"}}|REFUSED"
      })
  void hearsOfAnErrorInTheMiddleOfAStream(ProviderKind kind, String error, Fault fault) {
    String key = Calls.KEY.value();
    try (HostileServer server =
        HostileServer.answering(
            Transcripts.CLOSING
                + Transcripts.data(error.replace("\"M\"", "\"bad key " + key + "\""))
                + Transcripts.done())) {
      Reader reader = ask(kind, server);

      assertThat(reader.callFailure().fault()).isEqualTo(fault);
      assertThat(reader.callFailure().toString()).doesNotContain(key);
      assertThat(reader.ends).hasValue(1);
    }
  }

  @Test
  void asksOnceMoreWhereAConnectionOfThePoolHasDied() {
    try (HostileServer server =
        new HostileServer(
            line -> {
              line.read();
              line.send(Transcripts.whole(ProviderKind.OPENAI));
              // takes the next question and closes without a word
              line.read();
            })) {
      Reader first = ask(ProviderKind.OPENAI, server).awaitEnd();

      Reader second = ask(ProviderKind.OPENAI, server).awaitEnd();

      assertThat(first.failure()).isNull();
      assertThat(second.failure()).isNull();
      assertThat(server.requests).hasSize(3);
      assertThat(server.lines).hasSize(2);
    }
  }

  @Test
  void asksNoThirdTimeAndNeverOnceAnAnswerHasBegun() {
    try (HostileServer mute = HostileServer.answering();
        HostileServer broken = HostileServer.answering(Transcripts.head())) {
      Reader unanswered = ask(ProviderKind.OPENAI, mute);
      Reader cut = ask(ProviderKind.OPENAI, broken);

      assertThat(unanswered.callFailure().fault()).isEqualTo(Fault.UNAVAILABLE);
      assertThat(mute.requests).hasSize(2);
      assertThat(cut.callFailure().fault()).isEqualTo(Fault.BROKEN);
      assertThat(broken.requests).hasSize(1);
    }
  }

  @Test
  void saysThatNobodyIsThere() throws IOException {
    HostileServer gone = new HostileServer(line -> {});
    gone.close();
    URI nowhere = URI.create("http://nobody.invalid/v1");

    Reader closed = ask(ProviderKind.OPENAI, gone);
    Reader unknown = Reader.of(model.answer(Calls.to(ProviderKind.OPENAI, nowhere, SHORT)));

    assertThat(closed.callFailure().fault()).isEqualTo(Fault.UNAVAILABLE);
    assertThat(unknown.callFailure().fault()).isIn(Fault.UNAVAILABLE, Fault.TIMEOUT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"SSH-2.0-OpenSSH_9.2\r\n\r\n", "HTTP/9.9 what\r\n\r\n", "\u0000\u0001\r\n\r\n"})
  void takesNoOtherProtocolForHttp(String greeting) {
    try (HostileServer server = new HostileServer(line -> fallSilent(line, greeting))) {
      Reader reader = ask(ProviderKind.OPENAI, server);

      assertThat(reader.callFailure().fault()).isIn(Fault.BROKEN, Fault.UNAVAILABLE);
    }
  }

  @Test
  void cutsOffAProviderThatGoesOnAfterItsEnd() {
    try (HostileServer server =
        new HostileServer(
            line ->
                fallSilent(
                    line, Transcripts.CLOSING + Transcripts.finish("stop") + Transcripts.done()))) {
      Reader reader = ask(ProviderKind.OPENAI, server);

      assertThat(reader.failure()).isNull();
      assertThat(server.lines.getFirst().closedAt).succeedsWithin(Stages.PATIENCE);
    }
  }

  @Test
  void keepsFiveHundredStreamsWithoutAnotherThread() {
    try (HostileServer server =
        new HostileServer(
            line ->
                fallSilent(
                    line, Transcripts.head() + Transcripts.chunk(Transcripts.said("Well"))))) {
      Reader first = ask(ProviderKind.OPENAI, server).awaitPieces(1);
      int before = ManagementFactory.getThreadMXBean().getThreadCount();

      List<Reader> readers =
          IntStream.range(0, 500).mapToObj(i -> ask(ProviderKind.OPENAI, server)).toList();
      readers.forEach(it -> it.awaitPieces(1));
      int after = ManagementFactory.getThreadMXBean().getThreadCount();
      readers.forEach(Reader::cancel);
      first.cancel();

      // event loops there are a few of, whatever the number of streams
      assertThat(after - before).isLessThan(3 * Runtime.getRuntime().availableProcessors() + 4);
      assertThat(server.lines)
          .allSatisfy(it -> assertThat(it.closedAt).succeedsWithin(Stages.PATIENCE));
    }
  }

  private Reader ask(ProviderKind kind, HostileServer server) {
    return Reader.of(model.answer(Calls.to(kind, server.address(), Calls.PATIENCE)));
  }

  private static ModelCall call(HostileServer server, Duration patience) {
    return Calls.to(ProviderKind.OPENAI, server.address(), patience);
  }

  private static void fallSilent(HostileServer.Line line, String after) throws IOException {
    line.read();
    line.send(after);
    line.awaitClose();
  }

  /** A provider, or a reader, that takes its time. */
  private static void pause(long milliseconds) {
    LockSupport.parkNanos(Duration.ofMillis(milliseconds).toNanos());
  }
}
