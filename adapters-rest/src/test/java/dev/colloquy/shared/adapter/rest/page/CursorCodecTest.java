package dev.colloquy.shared.adapter.rest.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.colloquy.shared.domain.CommonException.MalformedRequest;
import dev.colloquy.shared.domain.Cursor;
import java.util.Base64;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CursorCodecTest {

  private static final List<String> LIST = List.of("/api/v1/notes", "ada", "open");

  private final CursorCodec cursors = new CursorCodec(new byte[32]);

  @Property
  void readsWhatItWrote(@ForAll @AlphaChars String position, @ForAll List<String> binding) {
    assertThat(cursors.verify(cursors.sign(new Cursor(position), binding), binding))
        .isEqualTo(new Cursor(position));
  }

  @Property
  void refusesWhateverWasChanged(
      @ForAll @IntRange(max = 25) int place, @ForAll @IntRange(min = 1, max = 255) int change) {
    byte[] bytes = Base64.getUrlDecoder().decode(cursors.sign(new Cursor("position10"), LIST));
    bytes[place] ^= (byte) change;
    String forged = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);

    assertThatThrownBy(() -> cursors.verify(forged, LIST)).isInstanceOf(MalformedRequest.class);
  }

  @Property
  void refusesGarbage(@ForAll String garbage) {
    assertThatThrownBy(() -> cursors.verify(garbage, LIST)).isInstanceOf(MalformedRequest.class);
  }

  @Test
  void refusesTheCursorOfAnotherListReaderFilterOrKey() {
    String cursor = cursors.sign(new Cursor("1"), LIST);

    for (List<String> other :
        List.of(
            List.of("/api/v1/other", "ada", "open"),
            List.of("/api/v1/notes", "bob", "open"),
            List.of("/api/v1/notes", "ada", "done"),
            List.of("/api/v1/notes", "adaopen", ""))) {
      assertThatThrownBy(() -> cursors.verify(cursor, other)).isInstanceOf(MalformedRequest.class);
    }
    byte[] otherKey = new byte[32];
    otherKey[0] = 1;
    assertThatThrownBy(() -> new CursorCodec(otherKey).verify(cursor, LIST))
        .isInstanceOf(MalformedRequest.class);
  }
}
