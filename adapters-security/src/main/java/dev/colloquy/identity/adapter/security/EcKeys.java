package dev.colloquy.identity.adapter.security;

import dev.colloquy.identity.domain.SigningKey;
import dev.colloquy.identity.domain.WrongSecretKey;
import dev.colloquy.shared.adapter.security.SecretBox;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** Makes, seals and opens key pairs on the curve P-256. */
final class EcKeys {

  private static final String ALGORITHM = "EC";
  private static final String CURVE = "secp256r1";

  private final SecretBox box;
  private final SecureRandom random;

  EcKeys(SecretBox box, SecureRandom random) {
    this.box = box;
    this.random = random;
  }

  SigningKey fresh(String id, Instant now) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
      generator.initialize(new ECGenParameterSpec(CURVE), random);
      KeyPair pair = generator.generateKeyPair();
      return new SigningKey(
          id,
          Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()),
          box.seal(pair.getPrivate().getEncoded(), id),
          now,
          Optional.empty());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has P-256", e);
    }
  }

  /** Throws {@link WrongSecretKey} where the private half cannot be opened. */
  OpenedKey open(SigningKey key) {
    byte[] secret = box.open(key.sealedPrivateKey(), key.id()).orElseThrow(WrongSecretKey::new);
    byte[] known = Base64.getDecoder().decode(key.publicKey());
    try {
      KeyFactory factory = KeyFactory.getInstance(ALGORITHM);
      return new OpenedKey(
          key,
          (ECPublicKey) factory.generatePublic(new X509EncodedKeySpec(known)),
          factory.generatePrivate(new PKCS8EncodedKeySpec(secret)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a stored signing key that is none", e);
    }
  }
}
