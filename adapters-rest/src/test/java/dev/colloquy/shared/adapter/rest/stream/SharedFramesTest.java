package dev.colloquy.shared.adapter.rest.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SharedFramesTest {

  private record Item(String text) {}

  private final List<Item> encoded = new ArrayList<>();
  private final SharedFrames<Item> frames =
      new SharedFrames<>(
          item -> {
            encoded.add(item);
            return Buffer.buffer(item.text());
          });

  @Test
  void encodesWhatManyReadersGetOnce() {
    Item item = new Item("said");

    Buffer first = frames.apply(item);

    assertThat(frames.apply(item)).isSameAs(first);
    assertThat(encoded).containsExactly(item);
  }

  @Test
  void takesNoItemForAnother() {
    List<Item> items = IntStream.range(0, 5_000).mapToObj(i -> new Item("word " + i)).toList();

    assertThat(items)
        .allSatisfy(it -> assertThat(frames.apply(it).toString()).isEqualTo(it.text()));
    assertThat(items)
        .allSatisfy(it -> assertThat(frames.apply(it).toString()).isEqualTo(it.text()));
  }

  @Test
  void keepsNothingThatIsLarge() {
    Item item = new Item("x".repeat(10_000));

    frames.apply(item);
    frames.apply(item);

    assertThat(encoded).hasSize(2);
  }
}
