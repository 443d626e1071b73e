package dev.colloquy.bootstrap.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SecretKeyFileTest {

  @TempDir Path folder;

  @Test
  void holdsThirtyTwoBytesThatOnlyItsOwnerReads() throws IOException {
    String key = SecretKeyFile.in(folder).readOrMake(false);

    assertThat(Base64.getDecoder().decode(key)).hasSize(32);
    assertThat(Files.getPosixFilePermissions(folder.resolve("secret.key")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void staysTheSameOnceMade() {
    String key = SecretKeyFile.in(folder).readOrMake(false);

    assertThat(SecretKeyFile.in(folder).readOrMake(true)).isEqualTo(key);
    assertThat(SecretKeyFile.in(folder).readOrMake(false)).isEqualTo(key);
  }

  @Test
  void isNotMadeAnewForADatabaseWhoseSecretsItCouldNotRead() {
    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(() -> SecretKeyFile.in(folder).readOrMake(true))
        .withMessageContaining("bring it back from a backup");

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void isMadeAgainAfterAnInterruptedAttempt() throws IOException {
    Files.writeString(folder.resolve("secret.key.partial"), "half");

    SecretKeyFile.in(folder).readOrMake(false);

    assertThat(folder.resolve("secret.key.partial")).doesNotExist();
  }
}
