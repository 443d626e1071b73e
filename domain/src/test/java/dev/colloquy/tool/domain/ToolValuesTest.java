package dev.colloquy.tool.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.colloquy.shared.domain.InvalidValue;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ToolValuesTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "two words", "größe", "a.b", "a\n"})
  void hasNamesThatEveryProviderTakes(String wrong) {
    assertThat(new ToolName("get_it-2")).hasToString("get_it-2");
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new ToolName(wrong));
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new ToolName("n".repeat(65)));
  }

  @Test
  void hasTheSameIdForABuiltInToolAlways() {
    Tool clock = Tool.builtIn("clock", "Tells the time.", "{}");

    assertThat(clock.id()).hasToString(Tool.builtIn("clock", "Else.", "{}").id().toString());
    assertThat(clock.id()).isNotEqualTo(Tool.builtIn("calendar", "", "{}").id());
    assertThat(clock.needsApproval()).isFalse();
    assertThat(clock.withApproval().needsApproval()).isTrue();
  }

  @Test
  void leavesAResultAsItIs() {
    String most = "ä".repeat(ToolResult.MAX_BYTES / 2);

    assertThat(ToolResult.of("Grüße 🍞")).isEqualTo(new ToolResult("Grüße 🍞", false));
    assertThat(ToolResult.of(most)).isEqualTo(new ToolResult(most, false));
  }

  @Test
  void cutsALongResultBetweenTwoCharactersAndSaysSo() {
    ToolResult cut = ToolResult.of("a" + "🍞".repeat(3_000_000));

    assertThat(cut.truncated()).isTrue();
    assertThat(cut.text())
        .startsWith("a🍞")
        .endsWith("🍞\n[cut after 65536 of 12000001 bytes]")
        .doesNotContain("\uFFFD");
    assertThat(cut.text().getBytes(StandardCharsets.UTF_8).length)
        .isBetween(ToolResult.MAX_BYTES - 3, ToolResult.MAX_BYTES + 64);
  }

  @Test
  void holdsNothingThatCannotBeStored() {
    assertThat(ToolResult.of("a\0b\uD83Cc").text()).isEqualTo("a\uFFFDb\uFFFDc");
  }
}
