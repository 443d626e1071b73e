package dev.colloquy.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.colloquy.shared.domain.InvalidValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** S3: password rules, long and unicode. */
final class PasswordTest {

  @Test
  void takesFromEightToAHundredAndTwentyEightCharactersOfAnyScript() {
    assertThat(Password.chosen("ключ 7я!").reveal()).isEqualTo("ключ 7я!");
    assertThat(Password.chosen("😀ab".repeat(42) + "xy").reveal().codePoints()).hasSize(128);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "seven77", "😀😁😂🤣😃😄😅"})
  void refusesShortOnes(String text) {
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> Password.chosen(text));
  }

  @Test
  void refusesLongOnes() {
    String text = "ab".repeat(64) + "c";

    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> Password.chosen(text));
    assertThat(Password.offered(text).isOverlong()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"password", "PassWord1", "12345678", "qwertyuiop", "ｐａｓｓｗｏｒｄ", "aaaaaaaaaa"})
  void refusesCommonOnesWhateverTheirCaseAndWidth(String text) {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> Password.chosen(text))
        .withMessageContaining("common");
  }

  @Test
  void bringsTheSameKeysIntoOneForm() {
    assertThat(Password.offered("e\u0301cole 1815").reveal())
        .isEqualTo(Password.offered("\u00e9cole\u00a01815").reveal());
  }

  @Test
  void staysOutOfLogs() {
    assertThat(Password.offered("analytical engine").toString()).doesNotContain("engine");
  }

  @Test
  void hashesNothingThatIsLongerThanEveryPassword() {
    assertThat(Password.offered("😀".repeat(128)).isOverlong()).isFalse();
    assertThat(Password.offered("a".repeat(129)).isOverlong()).isTrue();
  }
}
