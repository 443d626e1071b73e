package dev.colloquy.shared.adapter.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * The installation's secret key. Nothing is encrypted or signed with it directly: each purpose has
 * a key of its own, derived by HKDF (RFC 5869), so that none gives another away.
 */
public final class MasterSecret {

  private static final int BYTES = 32;

  private final byte[] secret;

  /** Takes 32 random bytes in Base64. */
  public MasterSecret(String base64) {
    this.secret = Base64.getDecoder().decode(base64);
    if (secret.length != BYTES) {
      throw new IllegalArgumentException("the secret key must have " + BYTES + " bytes");
    }
  }

  /** The key for one purpose, the same on every node and after every start. */
  public SecretKey key(String purpose, String algorithm) {
    try {
      return KDF.getInstance("HKDF-SHA256").deriveKey(algorithm, parameters(purpose));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HKDF-SHA256", e);
    }
  }

  /** The same as bytes. */
  public byte[] bytes(String purpose) {
    return key(purpose, "RAW").getEncoded();
  }

  private HKDFParameterSpec parameters(String purpose) {
    byte[] info = ("colloquy " + purpose).getBytes(StandardCharsets.UTF_8);
    return HKDFParameterSpec.ofExtract().addIKM(secret).thenExpand(info, BYTES);
  }
}
