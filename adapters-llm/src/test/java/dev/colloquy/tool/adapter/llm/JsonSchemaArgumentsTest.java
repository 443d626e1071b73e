package dev.colloquy.tool.adapter.llm;

import static dev.colloquy.shared.testkit.Stages.assertFailureOf;
import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.shared.domain.CommonException.ValidationError;
import dev.colloquy.shared.domain.CommonException.ValidationError.Violation;
import dev.colloquy.tool.domain.Tool;
import dev.colloquy.tool.domain.ToolId;
import dev.colloquy.tool.domain.ToolName;
import dev.colloquy.tool.domain.ToolSource;
import dev.colloquy.tool.domain.port.out.ArgumentReader;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonSchemaArgumentsTest {

  private static final Tool ANYTHING = Tool.builtIn("anything", "", "{\"type\":\"object\"}");

  private static final Tool OVEN =
      Tool.builtIn(
          "oven",
          "Bakes.",
          """
          {
            "type": "object",
            "properties": {
              "bread": {"enum": ["rye", "wheat"]},
              "degrees": {"type": "integer", "minimum": 50, "maximum": 300},
              "toppings": {"type": "array", "items": {"type": "string"}, "maxItems": 2}
            },
            "required": ["bread"],
            "additionalProperties": false
          }""");

  private final JsonSchemaArguments reader = new JsonSchemaArguments();

  private ListAssert<Violation> violations(Tool tool, String arguments) {
    return assertFailureOf(reader.read(tool, arguments))
        .asInstanceOf(InstanceOfAssertFactories.type(ValidationError.class))
        .extracting(ValidationError::violations, InstanceOfAssertFactories.list(Violation.class));
  }

  @Test
  void readsWhatFits() {
    assertThat(
            valueOf(
                reader.read(
                    OVEN, " {\"bread\":\"rye\",\"degrees\":225.0,\"toppings\":[\"seeds\"]} ")))
        .isEqualTo(
            Map.of("bread", "rye", "degrees", new BigDecimal("225"), "toppings", List.of("seeds")));
  }

  @Test
  void readsEveryKindOfValue() {
    assertThat(
            valueOf(
                reader.read(
                    ANYTHING, "{\"a\":{\"b\":[true,null,12345678901234567890.15]},\"c\":1}")))
        .isEqualTo(
            Map.of(
                "a",
                Map.of("b", Arrays.asList(true, null, new BigDecimal("12345678901234567890.15"))),
                "c",
                BigDecimal.ONE));
  }

  @Test
  void saysWhatDoesNotFitAndWhere() {
    violations(OVEN, "{\"bread\":\"rye\",\"degrees\":900,\"toppings\":[\"seeds\",7]}")
        .extracting(Violation::pointer)
        .contains("/arguments/degrees", "/arguments/toppings/1");
    violations(OVEN, "{\"bread\":\"rye\",\"fire\":true}")
        .extracting(Violation::pointer)
        .contains("/arguments/fire");
    violations(OVEN, "{}").extracting(Violation::pointer).contains("/arguments");
  }

  @Test
  void saysNoMoreThanOneReads() {
    violations(OVEN, "{\"bread\":\"rye\",\"toppings\":[" + "1,".repeat(5_000) + "1]}").hasSize(20);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "rye",
        "[]",
        "null",
        "7",
        "{\"bread\":\"rye\"",
        "{\"bread\":\"rye\"} and more",
        "{\"bread\":\"rye\",\"bread\":\"wheat\"}",
        "{\"degrees\":NaN}"
      })
  void takesNothingButOneObject(String arguments) {
    violations(OVEN, arguments)
        .containsExactly(new Violation("/arguments", "must be a JSON object"));
  }

  @Test
  void readsNothingThatIsEndless() {
    violations(ANYTHING, "{\"a\":\"" + "x".repeat(ArgumentReader.MAX_BYTES) + "\"}").hasSize(1);
    violations(ANYTHING, "{\"a\":" + "[".repeat(40) + "]".repeat(40) + "}").hasSize(1);
    violations(ANYTHING, "{\"a\":" + "9".repeat(200) + "}").hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"allOf", "anyOf", "oneOf"})
  @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void givesUpASchemaWhoseReferencesLeadToMoreAndMore(String keyword) {
    violations(ofOthers(bomb(keyword)), "{\"x\":{}}")
        .containsExactly(
            new Violation("/arguments", "cannot be held against the tool's parameters"));
  }

  @Test
  @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void givesUpASchemaThatLooksTwiceAtEachLevelOfItsArguments() {
    String twice = "{\"properties\":{\"x\":{\"$ref\":\"#\"}},\"required\":[\"y\"]}";
    Tool tool = ofOthers("{\"anyOf\":[" + twice + "," + twice + "]}");

    violations(tool, "{\"x\":".repeat(30) + "{}" + "}".repeat(30))
        .extracting(Violation::detail)
        .containsExactly("cannot be held against the tool's parameters");
  }

  @Test
  void holdsMuchAgainstASchemaOfOthers() {
    Tool tool =
        ofOthers(
            """
            {"properties": {"all": {"items": {"$ref": "#/$defs/loaf"}}},
             "$defs": {"loaf": {
               "properties": {"bread": {"enum": ["rye", "wheat"]}, "grams": {"type": "integer"}},
               "required": ["bread"], "additionalProperties": false}}}""");
    String loaf = "{\"bread\":\"rye\",\"grams\":800}";

    assertThat(valueOf(reader.read(tool, "{\"all\":[" + (loaf + ",").repeat(2_000) + loaf + "]}")))
        .containsKey("all");
    violations(tool, "{\"all\":[" + loaf + ",{\"grams\":0.5}]}")
        .extracting(Violation::pointer)
        .contains("/arguments/all/1/grams");
  }

  private static Tool ofOthers(String parameters) {
    ToolName name = new ToolName("kitchen__oven");
    return new Tool(
        new ToolId(UUID.randomUUID()), name, "Bakes.", parameters, ToolSource.MCP, false, false);
  }

  /** Forty definitions, each of which holds everything against the next one twice. */
  private static String bomb(String keyword) {
    StringBuilder definitions = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      String next = "{\"$ref\":\"#/$defs/d%d\"}".formatted(i + 1);
      definitions.append("\"d%d\":{\"%s\":[%s,%s]},".formatted(i, keyword, next, next));
    }
    return "{\"properties\":{\"x\":{\"$ref\":\"#/$defs/d0\"}},\"$defs\":{%s\"d40\":{}}}"
        .formatted(definitions);
  }

  @Test
  void fetchesNoSchemaFromElsewhere() {
    Tool elsewhere = Tool.builtIn("elsewhere", "", "{\"$ref\":\"http://127.0.0.1:1/schema.json\"}");

    assertFailureOf(reader.read(elsewhere, "{}")).isNotNull();
  }
}
