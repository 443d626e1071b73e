package dev.colloquy.model.adapter.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.model.domain.ProviderId;
import dev.colloquy.model.domain.ProviderKey;
import dev.colloquy.model.domain.SealedKey;
import dev.colloquy.shared.adapter.security.MasterSecret;
import dev.colloquy.shared.adapter.security.SecretBox;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class BoxedKeySafeTest {

  private static final ProviderKey KEY = new ProviderKey("sk-0123456789-abcdefgh-WXYZ");
  private static final ProviderId ONE = new ProviderId(new UUID(0, 1));

  private final BoxedKeySafe safe = safe(1);

  private static BoxedKeySafe safe(int installation) {
    byte[] secret = new byte[32];
    secret[0] = (byte) installation;
    MasterSecret master = new MasterSecret(Base64.getEncoder().encodeToString(secret));
    return new BoxedKeySafe(new SecretBox(master, "keys of a test", new SecureRandom()));
  }

  @Test
  void opensForItsProviderWhatItHasSealed() {
    SealedKey sealed = safe.seal(ONE, KEY);

    assertThat(safe(1).open(ONE, sealed)).contains(KEY);
    assertThat(sealed.hint()).isEqualTo("WXYZ");
    assertThat(sealed.sealed()).doesNotContain("0123", "WXYZ");
  }

  @Test
  void opensNothingForAnotherProviderOrInstallation() {
    SealedKey sealed = safe.seal(ONE, KEY);

    assertThat(safe.open(new ProviderId(new UUID(0, 2)), sealed)).isEmpty();
    assertThat(safe(2).open(ONE, sealed)).isEmpty();
  }
}
