package dev.colloquy.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class ApiKeySecretTest {

  @Property
  void readsWhatItHasMadeAndNothingMistyped(
      @ForAll long seed, @ForAll @IntRange(min = 4, max = 41) int at) {
    String key = ApiKeySecret.fresh(new Random(seed)).value();
    char other = key.charAt(at) == 'a' ? 'b' : 'a';
    String mistyped = key.substring(0, at) + other + key.substring(at + 1);

    assertThat(key).matches("clq_[0-9A-Za-z]{38}");
    assertThat(ApiKeySecret.read(key)).isPresent();
    assertThat(ApiKeySecret.read(mistyped)).isEmpty();
  }

  @Test
  void readsNothingElse() {
    assertThat(ApiKeySecret.read("")).isEmpty();
    assertThat(ApiKeySecret.read("clq_")).isEmpty();
    assertThat(ApiKeySecret.read("clq_" + "ü".repeat(38))).isEmpty();
  }

  @Test
  void showsOnlyItsBeginning() {
    ApiKeySecret secret = ApiKeySecret.fresh(new Random(1));

    assertThat(secret.shown()).hasSize(8);
    assertThat(secret.toString()).doesNotContain(secret.value());
    assertThat(secret.hash().hex()).hasSize(64).doesNotContain(secret.value());
  }

  @Test
  void tellsWhatIsMeantForAKeyFromAToken() {
    assertThat(ApiKeySecret.isMeant("clq_mistyped")).isTrue();
    assertThat(ApiKeySecret.isMeant("eyJhbGciOiJFUzI1NiJ9")).isFalse();
  }
}
