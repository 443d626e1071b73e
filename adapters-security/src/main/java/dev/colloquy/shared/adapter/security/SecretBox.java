package dev.colloquy.shared.adapter.security;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals secrets at rest: AES-256-GCM under a key of this purpose. What was sealed for one place
 * cannot be opened in another, for its name is authenticated with it.
 */
public final class SecretBox {

  private static final byte FORMAT = 1;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKey key;
  private final SecureRandom random;

  public SecretBox(MasterSecret secret, String purpose, SecureRandom random) {
    this.key = secret.key(purpose, "AES");
    this.random = random;
  }

  /**
   * Seals a secret.
   *
   * @param place where it is kept, such as a row's id
   */
  public String seal(byte[] secret, String place) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, place).doFinal(secret);
      ByteBuffer all = ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length);
      return Base64.getEncoder().encodeToString(all.put(FORMAT).put(nonce).put(sealed).array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM refused to encrypt", e);
    }
  }

  /** Opens what was sealed for this place; empty where key or place are other ones. */
  public Optional<byte[]> open(String sealed, String place) {
    ByteBuffer all = ByteBuffer.wrap(Base64.getDecoder().decode(sealed));
    if (all.remaining() < 1 + NONCE_BYTES || all.get() != FORMAT) {
      return Optional.empty();
    }
    byte[] nonce = new byte[NONCE_BYTES];
    all.get(nonce);
    byte[] rest = new byte[all.remaining()];
    all.get(rest);
    try {
      return Optional.of(cipher(Cipher.DECRYPT_MODE, nonce, place).doFinal(rest));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String place) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
