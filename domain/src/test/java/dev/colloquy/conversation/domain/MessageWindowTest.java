package dev.colloquy.conversation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.colloquy.shared.domain.Cursor;
import dev.colloquy.shared.domain.InvalidValue;
import dev.colloquy.shared.domain.SomeActors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class MessageWindowTest {

  private static Message at(long seq) {
    return Talk.posting(SomeActors.person(), "Hm", Optional.empty()).at(seq);
  }

  /** The page that a store of this many messages answers. */
  private static List<Message> page(MessageWindow window, int stored, int limit) {
    List<Message> fitting =
        LongStream.rangeClosed(1, stored).filter(window::holds).mapToObj(it -> at(it)).toList();
    return window.forward()
        ? fitting.subList(0, Math.min(limit, fitting.size()))
        : fitting.subList(Math.max(0, fitting.size() - limit), fitting.size());
  }

  private static Optional<Cursor> next(MessageWindow window, List<Message> page, int stored) {
    long fitting = LongStream.rangeClosed(1, stored).filter(window::holds).count();
    return window.next(page, fitting > page.size());
  }

  @Property
  void leadsThroughEveryMessageOnceFromTheNewestBack(
      @ForAll @IntRange(max = 40) int stored, @ForAll @IntRange(min = 1, max = 9) int limit) {
    assertThat(walked(new MessageWindow.Newest(), stored, limit).stream().sorted().toList())
        .isEqualTo(LongStream.rangeClosed(1, stored).boxed().toList());
  }

  @Property
  void leadsThroughEveryLaterMessageInOrder(
      @ForAll @IntRange(max = 40) int stored,
      @ForAll @IntRange(max = 40) int after,
      @ForAll @IntRange(min = 1, max = 9) int limit) {
    assertThat(walked(new MessageWindow.After(after), stored, limit))
        .isEqualTo(LongStream.rangeClosed(after + 1L, stored).boxed().toList());
  }

  @Property
  void leadsThroughEveryEarlierMessageOnceBack(
      @ForAll @IntRange(max = 40) int stored,
      @ForAll @IntRange(min = 1, max = 40) int before,
      @ForAll @IntRange(min = 1, max = 9) int limit) {
    List<Long> seen = walked(new MessageWindow.Before(before), stored, limit);

    assertThat(new MessageWindow.Before(before).forward()).isFalse();
    assertThat(seen.stream().sorted().toList())
        .isEqualTo(LongStream.rangeClosed(1, Math.min(stored, before - 1)).boxed().toList());
    assertThat(seen.stream().limit(1).toList())
        .allMatch(first -> first == Math.max(1, Math.min(stored, before - 1) - limit + 1));
  }

  private static List<Long> walked(MessageWindow from, int stored, int limit) {
    List<Long> seen = new ArrayList<>();
    Optional<MessageWindow> window = Optional.of(from);
    while (window.isPresent()) {
      List<Message> page = page(window.get(), stored, limit);
      page.forEach(it -> seen.add(it.seq()));
      window = next(window.get(), page, stored).map(MessageWindow::at);
    }
    return seen;
  }

  @Test
  void excludesItsBound() {
    assertThat(new MessageWindow.Before(5).holds(4)).isTrue();
    assertThat(new MessageWindow.Before(5).holds(5)).isFalse();
    assertThat(new MessageWindow.After(5).holds(5)).isFalse();
    assertThat(new MessageWindow.After(5).holds(6)).isTrue();
  }

  @Test
  void beginsNowhereBeforeTheFirst() {
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new MessageWindow.Before(-1));
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new MessageWindow.After(-1));
    assertThat(new MessageWindow.After(0).holds(1)).isTrue();
  }
}
