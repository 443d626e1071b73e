package dev.colloquy.shared.adapter.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.junit.jupiter.api.Test;

final class SecretBoxTest {

  private static final byte[] SECRET = "a signing key".getBytes(StandardCharsets.UTF_8);

  private final SecretBox box = box(1, "keys");

  private static MasterSecret master(int seed) {
    byte[] bytes = new byte[32];
    bytes[0] = (byte) seed;
    return new MasterSecret(Base64.getEncoder().encodeToString(bytes));
  }

  private static SecretBox box(int seed, String purpose) {
    return new SecretBox(master(seed), purpose, new SecureRandom());
  }

  @Test
  void opensWhatItHasSealed() {
    String sealed = box.seal(SECRET, "row 1");

    assertThat(box(1, "keys").open(sealed, "row 1")).contains(SECRET);
  }

  @Test
  void sealsTheSameSecretDifferentlyEachTime() {
    assertThat(box.seal(SECRET, "row 1")).isNotEqualTo(box.seal(SECRET, "row 1"));
  }

  @Test
  void opensNothingWithAnotherKeyPurposeOrPlace() {
    String sealed = box.seal(SECRET, "row 1");

    assertThat(box(2, "keys").open(sealed, "row 1")).isEmpty();
    assertThat(box(1, "others").open(sealed, "row 1")).isEmpty();
    assertThat(box.open(sealed, "row 2")).isEmpty();
  }

  @Test
  void opensNothingThatWasChanged() {
    byte[] sealed = Base64.getDecoder().decode(box.seal(SECRET, "row 1"));
    for (int i = 0; i < sealed.length; i++) {
      byte[] changed = sealed.clone();
      changed[i] ^= 1;

      assertThat(box.open(Base64.getEncoder().encodeToString(changed), "row 1")).isEmpty();
    }
  }

  @Test
  void derivesADifferentKeyForEachPurpose() {
    assertThat(master(1).bytes("one")).isEqualTo(master(1).bytes("one"));
    assertThat(master(1).bytes("one")).isNotEqualTo(master(1).bytes("two"));
    assertThat(master(1).bytes("one")).isNotEqualTo(master(2).bytes("one"));
  }

  @Test
  void wantsThirtyTwoBytes() {
    assertThatIllegalArgumentException().isThrownBy(() -> new MasterSecret("c2hvcnQ="));
  }
}
