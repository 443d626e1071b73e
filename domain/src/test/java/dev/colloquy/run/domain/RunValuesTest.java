package dev.colloquy.run.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.colloquy.shared.domain.InvalidValue;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RunValuesTest {

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.7, 2})
  void takesTemperaturesFromZeroToTwo(double value) {
    assertThat(new Temperature(value).value()).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.01, 2.01, Double.NaN, Double.POSITIVE_INFINITY})
  void takesNoOtherTemperature(double value) {
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new Temperature(value));
  }

  @Property
  void readsThePlacesThatItWrites(
      @ForAll @IntRange(max = 999_999_999) int attempt,
      @ForAll @IntRange(max = 999_999_999) int offset) {
    StreamPlace place = new StreamPlace(attempt, offset);

    assertThat(StreamPlace.parse(place.toString())).isEqualTo(place);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "1.", ".1", "1.2.3", "-1.2", "1.1234567890", "a.b", " 1.2"})
  void readsNothingElse(String text) {
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> StreamPlace.parse(text));
  }

  @Test
  void ordersPlacesByAttemptAndThenByOffset() {
    assertThat(new StreamPlace(1, 9)).isLessThan(new StreamPlace(2, 1));
    assertThat(new StreamPlace(2, 1)).isLessThan(new StreamPlace(2, 2));
    assertThat(new StreamPlace(2, 2)).isEqualByComparingTo(new StreamPlace(2, 2));
    assertThat(StreamPlace.BEGINNING).isLessThan(new StreamPlace(1, 0));
  }

  @Test
  void knowsWhetherSomethingStandsBetweenTwoPlaces() {
    StreamPlace place = new StreamPlace(2, 3);

    assertThat(new StreamPlace(2, 4).follows(place)).isTrue();
    assertThat(new StreamPlace(3, 1).follows(place)).isTrue();
    assertThat(new StreamPlace(2, 5).follows(place)).isFalse();
    assertThat(new StreamPlace(3, 2).follows(place)).isFalse();
    assertThat(new StreamPlace(1, 1).follows(place)).isFalse();
    assertThat(place.follows(place)).isFalse();
  }
}
