package dev.colloquy.shared.adapter.rest.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.colloquy.shared.domain.CommonException.MalformedRequest;
import dev.colloquy.shared.domain.Precondition;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IfMatchTest {

  @Property
  void readsEveryListOfVersions(
      @ForAll @Size(min = 1, max = 9) Set<@LongRange(min = 0) Long> versions) {
    Set<Long> small = versions.stream().map(it -> it / 10).collect(Collectors.toSet());
    String header = small.stream().map(it -> "\"" + it + "\"").collect(Collectors.joining(" , "));

    assertThat(IfMatch.parse(List.of(header))).isEqualTo(new Precondition.AnyOf(small));
  }

  @Test
  void demandsNothingWhereItIsMissingOrAStar() {
    assertThat(IfMatch.parse(List.of())).isEqualTo(new Precondition.Any());
    assertThat(IfMatch.parse(List.of("*"))).isEqualTo(new Precondition.Any());
  }

  @Test
  void neverMatchesAWeakOrForeignTag() {
    assertThat(IfMatch.parse(List.of("W/\"3\", \"abc\", \"03\"", "\"7\"")))
        .isEqualTo(new Precondition.AnyOf(Set.of(7L)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"3", "", "\"3", "\"3\",", ",\"3\"", "\"3\" \"4\"", "*, \"3\"", "w/\"3\""})
  void refusesWhatIsNoListOfTags(String header) {
    assertThatThrownBy(() -> IfMatch.parse(List.of(header))).isInstanceOf(MalformedRequest.class);
  }
}
