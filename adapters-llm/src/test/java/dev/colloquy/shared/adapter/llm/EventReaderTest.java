package dev.colloquy.shared.adapter.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EventReaderTest {

  private static final String STREAM =
      "\uFEFFdata: one\n\n: a comment\nevent: news\ndata: zwei 🙂\r\n\r\ndata:three\rdata: more\r\r"
          + "id: 7\nretry: 10\n\ndata\n\ndata:  spaced \ndatabase: no\n\n\n\ndata: unfinished";

  private static final int LINE = 1 << 20;
  private static final long STREAM_BYTES = 1 << 24;

  private static final List<String> EVENTS =
      List.of("one", "zwei 🙂", "three\nmore", "", " spaced ");

  @Test
  void readsWhatTheStandardSays() {
    assertThat(read(LINE, STREAM_BYTES, STREAM.getBytes(StandardCharsets.UTF_8))).isEqualTo(EVENTS);
  }

  @Property
  void readsTheSameWhereverTheBytesAreParted(
      @ForAll @Size(max = 20) List<@IntRange(max = 130) Integer> cuts) {
    byte[] bytes = STREAM.getBytes(StandardCharsets.UTF_8);
    int[] places =
        cuts.stream().mapToInt(it -> Math.min(it, bytes.length)).sorted().distinct().toArray();
    byte[][] parts = new byte[places.length + 1][];
    int start = 0;
    for (int i = 0; i < places.length; i++) {
      parts[i] = Arrays.copyOfRange(bytes, start, places[i]);
      start = places[i];
    }
    parts[places.length] = Arrays.copyOfRange(bytes, start, bytes.length);

    assertThat(read(LINE, STREAM_BYTES, parts)).isEqualTo(EVENTS);
  }

  @Test
  void keepsWhatHelpsToAskForTheRest() {
    EventReader reader = new EventReader(LINE, STREAM_BYTES, event -> {});

    reader.read(Buffer.buffer("retry: 1500\nid: a\ndata: x\n\nretry: soon\nid: b\u0000\nid: c\n"));

    assertThat(reader.lastId()).as("the event of the other has not ended").isEqualTo("a");
    assertThat(reader.retry()).contains(Duration.ofMillis(1500));
    reader.read(Buffer.buffer("\nid\n\n"));
    assertThat(reader.lastId()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "data: 123456789012345\n\n", // a line
        ": 123456789012345", // a comment without an end
        "data: 1234567\ndata: 1234567\n\n" // an event of several lines
      })
  void refusesMoreThanItMayHold(String stream) {
    assertThat(read(16, 1000, bytes("data: 1234567890\n\n"))).hasSize(1);
    assertTooLarge(16, 1000, stream);
  }

  @Test
  void refusesAStreamThatIsTooLongHoweverShortItsLines() {
    assertTooLarge(100, 50, "data: a\n\n".repeat(6));
  }

  @Test
  void refusesBytesThatAreNotUtf8() {
    byte[] overlong = {'d', 'a', 't', 'a', ':', (byte) 0xC0, (byte) 0xAF, '\n', '\n'};
    byte[] cutShort = {'d', 'a', 't', 'a', ':', (byte) 0xF0, (byte) 0x9F, '\n', '\n'};

    assertThatThrownBy(() -> read(LINE, STREAM_BYTES, overlong))
        .isInstanceOfSatisfying(StreamRefused.class, it -> assertThat(it.isTooLarge()).isFalse());
    assertThatThrownBy(() -> read(LINE, STREAM_BYTES, cutShort)).isInstanceOf(StreamRefused.class);
  }

  private static void assertTooLarge(int lineBytes, long streamBytes, String stream) {
    assertThatThrownBy(() -> read(lineBytes, streamBytes, bytes(stream)))
        .isInstanceOfSatisfying(StreamRefused.class, it -> assertThat(it.isTooLarge()).isTrue());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> read(int lineBytes, long streamBytes, byte[]... parts) {
    List<String> events = new ArrayList<>();
    EventReader reader = new EventReader(lineBytes, streamBytes, events::add);
    for (byte[] part : parts) {
      reader.read(Buffer.buffer(part));
    }
    return events;
  }
}
