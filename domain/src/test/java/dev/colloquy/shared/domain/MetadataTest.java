package dev.colloquy.shared.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MetadataTest {

  private static Map<String, @Nullable Object> nested(int levels) {
    Map<String, @Nullable Object> inner = new HashMap<>();
    for (int i = 1; i < levels; i++) {
      Map<String, @Nullable Object> outer = new HashMap<>();
      outer.put("in", inner);
      inner = outer;
    }
    return inner;
  }

  @Test
  void holdsEightLevelsAndNoMore() {
    assertThat(new Metadata(nested(8)).values()).hasSize(1);

    assertThatThrownBy(() -> new Metadata(nested(9)))
        .isInstanceOf(InvalidValue.class)
        .hasMessage("must be at most 8 levels deep");
  }

  @Test
  void holdsSixteenKibibytesAndNoMore() {
    String fits = "x".repeat(16 * 1024 - "{\"a\":\"\"}".length());

    assertThat(new Metadata(Map.of("a", fits)).values()).hasSize(1);
    assertThatThrownBy(() -> new Metadata(Map.of("a", fits + "x")))
        .isInstanceOf(InvalidValue.class)
        .hasMessage("must have at most 16384 bytes as JSON");
  }

  @Test
  void takesNumbersThatAreWrittenAlikeForOne() {
    Metadata read = new Metadata(Map.of("a", 1, "b", 2.5, "c", BigInteger.TWO, "d", List.of(3)));
    Metadata given =
        new Metadata(Map.of("a", 1L, "b", new BigDecimal("2.50"), "c", 2L, "d", List.of(3L)));

    assertThat(read).isEqualTo(given);
  }

  @Test
  void mergesAsRfc7396Says() {
    Metadata before =
        new Metadata(Map.of("a", "b", "c", Map.of("d", "e", "f", "g"), "h", List.of(1)));
    Map<String, @Nullable Object> inner = new HashMap<>();
    inner.put("f", null);
    Map<String, @Nullable Object> patch = new HashMap<>();
    patch.put("a", "z");
    patch.put("c", inner);
    patch.put("h", Map.of("i", Map.of("j", 1)));

    Metadata after = before.merge(patch);

    assertThat(after.values())
        .isEqualTo(Map.of("a", "z", "c", Map.of("d", "e"), "h", Map.of("i", Map.of("j", 1L))));
  }

  @Test
  void takesNoPartInLaterChangesOfWhatItWasMadeOf() {
    List<@Nullable Object> list = new ArrayList<>(List.of("a"));
    Map<String, @Nullable Object> map = new HashMap<>(Map.of("list", list));
    Metadata metadata = new Metadata(map);

    list.add("b");
    map.put("more", true);

    assertThat(metadata.values()).isEqualTo(Map.of("list", List.of("a")));
    assertThatThrownBy(() -> metadata.values().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Property
  void aPatchIsIdempotent(
      @ForAll("objects") Map<String, @Nullable Object> before,
      @ForAll("objects") Map<String, @Nullable Object> patch) {
    Metadata once = new Metadata(before).merge(patch);

    assertThat(once.merge(patch)).isEqualTo(once);
  }

  @Property
  void measuresTextAsItIsWritten(@ForAll String text) {
    String storable = text.replaceAll("[\\x{D800}-\\x{DFFF}]", "");

    assertThat(JsonSize.bytes(storable)).isEqualTo(written(storable));
  }

  private static int written(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> json.append("\\\"");
        case '\\' -> json.append("\\\\");
        case '\n' -> json.append("\\n");
        case '\r' -> json.append("\\r");
        case '\t' -> json.append("\\t");
        case '\b' -> json.append("\\b");
        case '\f' -> json.append("\\f");
        default -> json.append(c < 0x20 ? String.format("\\u%04x", (int) c) : String.valueOf(c));
      }
    }
    return json.append('"').toString().getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
  }

  @Provide
  Arbitrary<Map<String, @Nullable Object>> objects() {
    Arbitrary<String> names = Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(2);
    Arbitrary<Object> scalars =
        Arbitraries.oneOf(
            names.map(it -> it), Arbitraries.integers().map(it -> it), Arbitraries.of(true, false));
    Arbitrary<Object> inner = Arbitraries.maps(names, scalars).ofMaxSize(3).map(it -> it);
    return Arbitraries.maps(names, Arbitraries.oneOf(scalars, inner))
        .ofMaxSize(4)
        .map(HashMap<String, @Nullable Object>::new);
  }
}
