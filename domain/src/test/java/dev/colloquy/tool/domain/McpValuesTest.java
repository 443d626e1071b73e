package dev.colloquy.tool.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.colloquy.shared.domain.BaseUrl;
import dev.colloquy.shared.domain.InvalidValue;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class McpValuesTest {

  private static final McpServerName NAME = new McpServerName("weather");

  @ParameterizedTest
  @ValueSource(strings = {"a", "web-search", "a_b", "7", "abcdefghijklmnopqrstuvwx"})
  void takesWhatIsAName(String text) {
    assertThat(new McpServerName(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "A", "a__b", "_a", "a_", "a-", "a b", "ä", "abcdefghijklmnopqrstuvwxy"})
  void refusesWhatIsNone(String text) {
    assertThatThrownBy(() -> new McpServerName(text)).isInstanceOf(InvalidValue.class);
  }

  @ParameterizedTest
  @CsvSource({
    "forecast, weather__forecast",
    "a_b-C9, weather__a_b-C9",
    "_b, weather___b",
    "get.forecast, weather__get_forecast_",
    "'two words', weather__two_words_",
    "'', weather___"
  })
  void namesToolsSoThatProvidersTakeThem(String tool, String name) {
    assertThat(McpToolNames.of(NAME, tool).value()).startsWith(name);
  }

  @Property
  void namesDifferentToolsDifferently(
      @ForAll @StringLength(max = 80) String one, @ForAll @StringLength(max = 80) String other) {
    ToolName first = McpToolNames.of(NAME, one);

    assertThat(first.value()).startsWith("weather__");
    assertThat(first.equals(McpToolNames.of(NAME, other))).isEqualTo(one.equals(other));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Host", "content-length", "MCP-Session-Id", "X A", "", "X:A", "Ä"})
  void refusesHeadersThatAreNotForOthersToSend(String name) {
    assertRefused(McpTransport.Kind.STREAMABLE_HTTP, name, "value");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " a", "a\r\nX-B: b", "ä", "\u0000"})
  void refusesValuesThatNoHeaderHas(String value) {
    assertRefused(McpTransport.Kind.STREAMABLE_HTTP, "X-A", value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A=B", "7A", "A B", "A\u0000"})
  void refusesNamesThatNoVariableHas(String name) {
    assertRefused(McpTransport.Kind.STDIO, name, "value");
  }

  @Test
  void takesWhatCanBePassedOn() {
    McpSecrets.check(
        McpTransport.Kind.STREAMABLE_HTTP,
        Map.of("Authorization", new McpSecret("Bearer a b"), "X-Team", new McpSecret("b")));
    McpSecrets.check(
        McpTransport.Kind.STDIO,
        Map.of("PATH", new McpSecret("/usr/bin:/bin"), "EMPTY", new McpSecret("")));
    assertRefused(McpTransport.Kind.STDIO, "A", "\u0000");
    assertRefused(McpTransport.Kind.STDIO, "A", "a".repeat(4_001));
  }

  private static void assertRefused(McpTransport.Kind kind, String name, String value) {
    assertThatThrownBy(() -> McpSecrets.check(kind, Map.of(name, new McpSecret(value))))
        .isInstanceOf(InvalidValue.class);
  }

  @Test
  void showsSecretsToNobody() {
    assertThat(new McpSecret("hidden").toString()).doesNotContain("hidden");
    assertThat(new SealedSecrets(Map.of("A", "boxed")).toString())
        .contains("A")
        .doesNotContain("boxed");
  }

  @Test
  void knowsWhereAServerIsAnother() {
    McpTransport http = new McpTransport.Http(BaseUrl.of("https://a.example.com/mcp"));
    McpTransport path = new McpTransport.Http(BaseUrl.of("https://a.example.com/v2"));
    McpTransport port = new McpTransport.Http(BaseUrl.of("https://a.example.com:444/mcp"));
    McpTransport npx = new McpTransport.Stdio("npx", List.of("a"));

    assertThat(http.isAtOneWith(path)).isTrue();
    assertThat(http.isAtOneWith(port)).isFalse();
    assertThat(http.isAtOneWith(npx)).isFalse();
    assertThat(npx.isAtOneWith(new McpTransport.Stdio("npx", List.of("a")))).isTrue();
    assertThat(npx.isAtOneWith(new McpTransport.Stdio("npx", List.of("b")))).isFalse();
  }

  @Test
  void refusesCommandsThatAreNone() {
    assertThatThrownBy(() -> McpTransport.Stdio.command(" ")).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> McpTransport.Stdio.command("a\nb")).isInstanceOf(InvalidValue.class);
    assertThat(McpTransport.Stdio.argument("")).isEmpty();
  }
}
