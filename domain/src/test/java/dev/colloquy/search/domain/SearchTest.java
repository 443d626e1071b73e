package dev.colloquy.search.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.colloquy.shared.domain.InvalidValue;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SearchTest {

  @ParameterizedTest
  @ValueSource(strings = {"a", "\"an open quote", "-- ' or 1=1", "((", "!", "Ада Лавлейс"})
  void takesAnyText(String text) {
    assertThat(new SearchText(text)).hasToString(text);
  }

  @Test
  void looksForFiveHundredCharactersAtTheMost() {
    assertThat(new SearchText("🚀".repeat(500)).value()).hasSize(1000);
    for (String wrong : new String[] {"", " \t", "s".repeat(501), "a\0"}) {
      assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new SearchText(wrong));
    }
  }

  @Test
  void readsAlikeWhateverOrderItsTypesWereNamedIn() {
    SearchFilter one = filter(List.of(FoundType.CONVERSATION, FoundType.MESSAGE));
    SearchFilter other = filter(List.of(FoundType.MESSAGE, FoundType.CONVERSATION));

    assertThat(one).isEqualTo(other).hasToString(other.toString());
    assertThat(one.types()).containsExactly(FoundType.MESSAGE, FoundType.CONVERSATION);
  }

  @Test
  void keepsTheTypesItWasMadeWith() {
    Set<FoundType> types = EnumSet.of(FoundType.MESSAGE);
    SearchFilter filter =
        new SearchFilter(types, Optional.empty(), Optional.empty(), Optional.empty());

    types.add(FoundType.CONVERSATION);

    assertThat(filter.types()).containsExactly(FoundType.MESSAGE);
  }

  private static SearchFilter filter(List<FoundType> types) {
    return new SearchFilter(
        new LinkedHashSet<>(types), Optional.empty(), Optional.empty(), Optional.empty());
  }
}
