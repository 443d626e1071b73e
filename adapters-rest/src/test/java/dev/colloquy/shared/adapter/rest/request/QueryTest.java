package dev.colloquy.shared.adapter.rest.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.colloquy.shared.domain.CommonException.MalformedRequest;
import dev.colloquy.shared.domain.CommonException.NotFound;
import dev.colloquy.shared.domain.KeyScope;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {

  @Test
  void readsParametersAndTakesEmptyOnesForMissing() {
    assertThat(Query.whole("n", "7", 1, 9)).contains(7L);
    assertThat(Query.oneOf("scope", "run", KeyScope.class)).contains(KeyScope.RUN);
    assertThat(Query.flag("all", "")).isEmpty();
    assertThat(Query.flag("all", null)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "10", "1.0", "one", "99999999999999999999", "\0"})
  void refusesNumbersThatAreNoneOrOutOfBounds(String text) {
    assertThatThrownBy(() -> Query.whole("n", text, 1, 9)).isInstanceOf(MalformedRequest.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2030-02-30T00:00:00Z", "2030-01-01", "+12030-01-01T00:00:00Z", "now"})
  void refusesTimesThatAreNone(String text) {
    assertThatThrownBy(() -> Query.instant("at", text)).isInstanceOf(MalformedRequest.class);
  }

  @Test
  void findsNothingUnderAnIdThatIsNone() {
    assertThatThrownBy(() -> Query.pathId("note", "1-1-1-1-1", Function.identity()))
        .isInstanceOf(NotFound.class);
  }
}
