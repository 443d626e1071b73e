package dev.colloquy.shared.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TextsTest {

  @Test
  void countsCharactersAndNotTheirHalves() {
    assertThat(Texts.checked("🚀🚀", 1, 2)).isEqualTo("🚀🚀");

    assertThatThrownBy(() -> Texts.checked("🚀🚀🚀", 1, 2))
        .isInstanceOf(InvalidValue.class)
        .hasMessage("must have from 1 to 2 characters");
  }

  @Test
  void refusesBlankTextWhereSomeIsNeeded() {
    assertThatThrownBy(() -> Texts.checked("", 1, 9)).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> Texts.checked(" \t", 1, 9)).hasMessage("must not be blank");
    assertThat(Texts.checked("", 0, 9)).isEmpty();
  }

  @Test
  void refusesWhatCannotBeStored() {
    assertThatThrownBy(() -> Texts.storable("a\0b")).hasMessage("must not contain U+0000");
    assertThatThrownBy(() -> Texts.storable("a\uD800b"))
        .hasMessage("must not contain a lone surrogate");
    assertThatThrownBy(() -> Texts.storable("\uDC00"))
        .hasMessage("must not contain a lone surrogate");
  }
}
