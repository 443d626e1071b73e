package dev.colloquy.tool.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.colloquy.tool.domain.ToolException.ToolFailed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CalculationTest {

  @ParameterizedTest
  @CsvSource({
    "0.1 + 0.2, 0.3",
    "1 - 2 - 3, -4",
    "2 + 3 * 4, 14",
    "(2 + 3) * 4, 20",
    "8 / 4 / 2, 1",
    "1 / 8, 0.125",
    "1 / 3, 0.3333333333333333333333333333333333",
    "-7 % 3, -1",
    "7.5 % 2, 1.5",
    "2 ^ 3 ^ 2, 512",
    "-2 ^ 2, -4",
    "2 ^ -2, 0.25",
    "2 ^ 3.0, 8",
    "10 ^ 20, 100000000000000000000",
    "- - 1, 1",
    "+1, 1",
    ".5 * 2., 1",
    "0.00 * 7, 0",
    "  42  , 42",
  })
  void worksOutExactly(String expression, String result) {
    assertThat(Calculation.of(expression).toPlainString()).isEqualTo(result);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", "1 +", "(1", "1)", "1 2", "1..2", "two", "1e3", "2 ** 3", "()", "٣", "1,5", "1\t+1"
      })
  void understandsNothingElse(String expression) {
    assertThatExceptionOfType(ToolFailed.class).isThrownBy(() -> Calculation.of(expression));
  }

  @Test
  void saysWhereItStoppedToUnderstand() {
    assertThatExceptionOfType(ToolFailed.class)
        .isThrownBy(() -> Calculation.of("1 + two"))
        .withMessage("The expression is not understood from character 5 on.");
    assertThatExceptionOfType(ToolFailed.class)
        .isThrownBy(() -> Calculation.of("1 +"))
        .withMessage("The expression is not complete.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1 / 0", "1 % 0", "0 ^ -1", "1 / (1 - 1)"})
  void dividesByNoZero(String expression) {
    assertThatExceptionOfType(ToolFailed.class)
        .isThrownBy(() -> Calculation.of(expression))
        .withMessage("Nothing can be divided by zero.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10 ^ 1000",
        "9 ^ 999 * 9 ^ 999",
        "1 / 10 ^ 999 / 100",
        "1234567890123 ^ 999",
        "2 ^ 0.5"
      })
  void keepsNumbersWithinBounds(String expression) {
    assertThatExceptionOfType(ToolFailed.class).isThrownBy(() -> Calculation.of(expression));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2 ^ 1001", "2 ^ -1001", "2 ^ 99999999999999999999"})
  void raisesToNoEndlessPower(String expression) {
    assertThatExceptionOfType(ToolFailed.class)
        .isThrownBy(() -> Calculation.of(expression))
        .withMessage("An exponent must be a whole number from -1000 to 1000.");
  }

  @Test
  void readsNoEndlessExpression() {
    assertThat(Calculation.of("1+".repeat(499) + "1")).isEqualByComparingTo("500");
    assertThatExceptionOfType(ToolFailed.class)
        .isThrownBy(() -> Calculation.of("1+".repeat(500) + "1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "-", "1^"})
  void nestsNoDeeperThanItsLimit(String level) {
    String close = level.equals("(") ? ")" : "";

    assertThat(Calculation.of(level.repeat(49) + "1" + close.repeat(49))).isNotNull();
    assertThatExceptionOfType(ToolFailed.class)
        .isThrownBy(() -> Calculation.of(level.repeat(50) + "1" + close.repeat(50)))
        .withMessageContaining("deeper than 50");
  }
}
