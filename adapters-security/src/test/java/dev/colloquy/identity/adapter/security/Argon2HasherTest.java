package dev.colloquy.identity.adapter.security;

import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.identity.adapter.security.Argon2Hasher.Cost;
import dev.colloquy.identity.domain.Password;
import dev.colloquy.identity.domain.PasswordHash;
import dev.colloquy.identity.domain.port.out.PasswordHasher.Verdict;
import dev.colloquy.shared.testkit.DirectWorkers;
import java.util.Optional;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.junit.jupiter.api.Test;

final class Argon2HasherTest {

  private static final Password RIGHT = Password.offered("analytical engine");
  private static final Password WRONG = Password.offered("difference engine");

  private final Argon2Hasher hasher = hasher(new Cost(256, 1));

  private static Argon2Hasher hasher(Cost cost) {
    return new Argon2Hasher(new DirectWorkers(), cost);
  }

  private Verdict check(Password password, PasswordHash hash) {
    return valueOf(hasher.check(password, Optional.of(hash)));
  }

  @Test
  void hashesWithArgon2idAndAFreshSalt() {
    PasswordHash first = valueOf(hasher.hash(RIGHT));
    PasswordHash second = valueOf(hasher.hash(RIGHT));

    assertThat(first.value()).startsWith("$argon2id$v=19$m=256,t=1,p=1$");
    assertThat(first).isNotEqualTo(second);
  }

  @Test
  void tellsRightFromWrong() {
    PasswordHash hash = valueOf(hasher.hash(RIGHT));

    assertThat(check(RIGHT, hash)).isEqualTo(Verdict.RIGHT);
    assertThat(check(WRONG, hash)).isEqualTo(Verdict.WRONG);
  }

  @Test
  void callsAHashOfLowerCostOutdated() {
    PasswordHash cheap = valueOf(hasher(new Cost(64, 1)).hash(RIGHT));

    assertThat(check(RIGHT, cheap)).isEqualTo(Verdict.RIGHT_BUT_OUTDATED);
    assertThat(check(WRONG, cheap)).isEqualTo(Verdict.WRONG);
  }

  /** Password4j made this one, with which passwords were hashed before. */
  @Test
  void understandsHashesThatOthersHaveMade() {
    PasswordHash foreign =
        new PasswordHash(
            "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$K0X4IkzTIq5tkz3KkVau3OrnTUw9/6oJXJoJBYrjFIw");

    assertThat(check(Password.offered("a-good-password"), foreign))
        .isEqualTo(Verdict.RIGHT_BUT_OUTDATED);
    assertThat(check(WRONG, foreign)).isEqualTo(Verdict.WRONG);
  }

  @Test
  void understandsBcryptAndCallsItOutdated() {
    PasswordHash bcrypt =
        new PasswordHash(
            OpenBSDBCrypt.generate("2b", RIGHT.reveal().toCharArray(), new byte[16], 4));

    assertThat(check(RIGHT, bcrypt)).isEqualTo(Verdict.RIGHT_BUT_OUTDATED);
    assertThat(check(WRONG, bcrypt)).isEqualTo(Verdict.WRONG);
  }

  @Test
  void saysWrongWhereThereIsNoHash() {
    assertThat(valueOf(hasher.check(RIGHT, Optional.empty()))).isEqualTo(Verdict.WRONG);
  }

  /** A password of 128 four-byte characters is hashed whole. */
  @Test
  void readsLongPasswordsToTheEnd() {
    String start = "😀".repeat(127);
    PasswordHash hash = valueOf(hasher.hash(Password.offered(start + "😀")));

    assertThat(check(Password.offered(start + "😁"), hash)).isEqualTo(Verdict.WRONG);
  }
}
