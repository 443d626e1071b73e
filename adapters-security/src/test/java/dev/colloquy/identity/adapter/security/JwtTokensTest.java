package dev.colloquy.identity.adapter.security;

import static dev.colloquy.shared.testkit.Stages.assertFailureOf;
import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.identity.domain.AccessToken;
import dev.colloquy.identity.domain.Claims;
import dev.colloquy.identity.domain.DisplayName;
import dev.colloquy.identity.domain.Email;
import dev.colloquy.identity.domain.SigningKey;
import dev.colloquy.identity.domain.SigningKeyEvent;
import dev.colloquy.identity.domain.Tier;
import dev.colloquy.identity.domain.VerifiedToken;
import dev.colloquy.identity.domain.WrongSecretKey;
import dev.colloquy.identity.testkit.InMemorySigningKeys;
import dev.colloquy.shared.adapter.security.MasterSecret;
import dev.colloquy.shared.adapter.security.SecretBox;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.LoginSessionId;
import dev.colloquy.shared.domain.UserRole;
import dev.colloquy.shared.testkit.Actors;
import dev.colloquy.shared.testkit.InMemoryDatabase;
import dev.colloquy.shared.testkit.InMemoryUnitOfWork;
import dev.colloquy.shared.testkit.RecordingEvents;
import dev.colloquy.shared.testkit.SequentialIds;
import dev.colloquy.shared.testkit.TestClock;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** S4 and S8: forged and retired tokens are worth nothing. */
final class JwtTokensTest {

  private static final Claims CLAIMS =
      new Claims(
          Actors.anyUser(),
          new DisplayName("Ada"),
          new Email("ada@example.org"),
          UserRole.USER,
          Tier.FREE,
          Optional.of(new LoginSessionId(UUID.randomUUID())),
          Set.of(),
          Optional.empty());

  private final TestClock clock = new TestClock();
  private final InMemoryDatabase database = new InMemoryDatabase();
  private final InMemorySigningKeys keys =
      new InMemorySigningKeys(database, new RecordingEvents(database));
  private final EcKeyRing ring = ring(1);
  private final JwtTokens tokens = new JwtTokens(ring, clock, "colloquy", "colloquy");

  private EcKeyRing ring(int seed) {
    byte[] secret = new byte[32];
    secret[0] = (byte) seed;
    MasterSecret master = new MasterSecret(Base64.getEncoder().encodeToString(secret));
    SecureRandom random = new SecureRandom();
    return new EcKeyRing(
        keys, new SecretBox(master, "signing keys", random), random, new SequentialIds(), clock);
  }

  @BeforeEach
  void makeAKey() {
    SigningKey key = valueOf(ring.fresh(clock.instant()));
    valueOf(new InMemoryUnitOfWork(database).inTransaction(() -> keys.addFirst(key)));
    assertThat(valueOf(ring.load())).isTrue();
  }

  private String issued() {
    return valueOf(tokens.issue(CLAIMS, clock.instant())).value();
  }

  private Optional<VerifiedToken> verified(String token) {
    return valueOf(tokens.verify(token));
  }

  /** A token as we would make it, to be spoilt by a test. */
  private JsonWebSignature ours() {
    JsonWebSignature signature = new JsonWebSignature();
    signature.setAlgorithmHeaderValue("ES256");
    signature.setKeyIdHeaderValue(ring.signing().stored().id());
    signature.setHeader("typ", "at+jwt");
    signature.setKey(ring.signing().privateKey());
    return signature;
  }

  private JwtClaims claims() {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer("colloquy");
    claims.setAudience("colloquy");
    claims.setSubject(CLAIMS.user().toString());
    claims.setStringClaim("sid", UUID.randomUUID().toString());
    claims.setStringListClaim("roles", "user");
    claims.setIssuedAt(date(Duration.ZERO));
    claims.setNotBefore(date(Duration.ZERO));
    claims.setExpirationTime(date(Duration.ofMinutes(15)));
    return claims;
  }

  private NumericDate date(Duration fromNow) {
    return NumericDate.fromSeconds(clock.instant().plus(fromNow).getEpochSecond());
  }

  private Optional<VerifiedToken> verified(JsonWebSignature signature, JwtClaims claims)
      throws Exception {
    signature.setPayload(claims.toJson());
    return verified(signature.getCompactSerialization());
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void verifiesWhatItHasIssued() {
    String token = issued();

    assertThat(verified(token))
        .contains(new VerifiedToken(CLAIMS.user(), CLAIMS.session().orElseThrow(), UserRole.USER));
    assertThat(verified(token)).isPresent();
  }

  @Test
  void verifiesTheSpecimenThatTheOtherTestsSpoil() throws Exception {
    assertThat(verified(ours(), claims())).isPresent();
  }

  @Test
  void refusesExpiredTokensAlsoWhenTheyWereKnown() {
    String token = issued();
    assertThat(verified(token)).isPresent();

    clock.advance(AccessToken.LIFETIME);

    assertThat(verified(token)).isEmpty();
  }

  @Test
  void refusesTokensWithoutSignature() {
    String[] parts = issued().split("\\.", -1);
    String none = base64("{\"alg\":\"none\",\"typ\":\"at+jwt\",\"kid\":\"%s\"}".formatted(kid()));

    assertThat(verified(none + "." + parts[1] + ".")).isEmpty();
    assertThat(verified(parts[0] + "." + parts[1] + ".")).isEmpty();
    assertThat(verified(parts[0] + "." + parts[1])).isEmpty();
  }

  private String kid() {
    return ring.signing().stored().id();
  }

  @Test
  void refusesThePublicKeyUsedAsASharedSecret() throws Exception {
    JsonWebSignature mixed = ours();
    mixed.setAlgorithmHeaderValue("HS256");
    mixed.setKey(new HmacKey(ring.signing().publicKey().getEncoded()));

    assertThat(verified(mixed, claims())).isEmpty();
  }

  @Test
  void refusesUnknownAndMissingKeyIds() throws Exception {
    for (String kid : new String[] {"", "unknown", "../../etc/passwd", "' or 1=1 --"}) {
      JsonWebSignature forged = ours();
      forged.setKeyIdHeaderValue(kid);
      assertThat(verified(forged, claims())).isEmpty();
    }
    JsonWebSignature without = ours();
    without.getHeaders().setObjectHeaderValue("kid", null);
    assertThat(verified(without, claims())).isEmpty();
  }

  @Test
  void refusesKeysThatATokenBringsAlong() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair thiefs = generator.generateKeyPair();
    JsonWebSignature withKey = ours();
    withKey.setJwkHeader(org.jose4j.jwk.PublicJsonWebKey.Factory.newPublicJwk(thiefs.getPublic()));
    withKey.setKey(thiefs.getPrivate());
    JsonWebSignature withUrl = ours();
    withUrl.setHeader("jku", "https://thief.example/keys");
    withUrl.setKey(thiefs.getPrivate());

    assertThat(verified(withKey, claims())).isEmpty();
    assertThat(verified(withUrl, claims())).isEmpty();
  }

  @Test
  void refusesWrongIssuerAudienceAndType() throws Exception {
    JwtClaims issuer = claims();
    issuer.setIssuer("somebody");
    JwtClaims audience = claims();
    audience.setAudience("somebody");
    JsonWebSignature type = ours();
    type.setHeader("typ", "JWT");

    assertThat(verified(ours(), issuer)).isEmpty();
    assertThat(verified(ours(), audience)).isEmpty();
    assertThat(verified(type, claims())).isEmpty();
  }

  @Test
  void refusesTokensOfTheFutureAndWithoutTimes() throws Exception {
    JwtClaims early = claims();
    early.setNotBefore(date(Duration.ofMinutes(5)));
    JwtClaims endless = claims();
    endless.unsetClaim("exp");

    assertThat(verified(ours(), early)).isEmpty();
    assertThat(verified(ours(), endless)).isEmpty();
  }

  @Test
  void refusesDuplicateClaims() throws Exception {
    JsonWebSignature signature = ours();
    String json = claims().toJson();
    signature.setPayload("{\"sub\":\"" + UUID.randomUUID() + "\"," + json.substring(1));

    assertThat(verified(signature.getCompactSerialization())).isEmpty();
  }

  /** CVE-2022-21449: a signature of zeros. */
  @Test
  void refusesTheNullSignature() throws Exception {
    String[] parts = issued().split("\\.", -1);
    String zeros = Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[64]);

    assertThat(verified(parts[0] + "." + parts[1] + "." + zeros)).isEmpty();
  }

  /** JWS wants r and s side by side, not the DER form that Java signs in. */
  @Test
  void refusesASignatureInAnotherEncoding() throws Exception {
    String[] parts = issued().split("\\.", -1);
    Signature signer = Signature.getInstance("SHA256withECDSA");
    signer.initSign(ring.signing().privateKey());
    signer.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
    String der = Base64.getUrlEncoder().withoutPadding().encodeToString(signer.sign());

    assertThat(verified(parts[0] + "." + parts[1] + "." + der)).isEmpty();
  }

  @Test
  void refusesAnythingElse() {
    assertThat(verified("")).isEmpty();
    assertThat(verified("...")).isEmpty();
    assertThat(verified("garbage")).isEmpty();
    assertThat(verified(base64("[]") + "." + base64("{}") + "." + base64("x"))).isEmpty();
    assertThat(verified("a".repeat(1_000_000))).isEmpty();
    assertThat(verified(issued() + "A".repeat(5000))).isEmpty();
  }

  @Test
  void refusesAChangedPayload() {
    String[] parts = issued().split("\\.", -1);
    String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    String raised = base64(payload.replace("\"user\"", "\"admin\""));

    assertThat(verified(parts[0] + "." + raised + "." + parts[2])).isEmpty();
  }

  @Test
  void acceptsTokensOfARotatedKeyUntilTheOverlapEnds() {
    String old = issued();
    Instant now = clock.instant();
    SigningKey next = valueOf(ring.fresh(now));
    valueOf(
        new InMemoryUnitOfWork(database)
            .inTransaction(
                () ->
                    keys.rotate(
                        Change.of(
                            next, new SigningKeyEvent.Rotated(Actors.administrator(), now, next)),
                        now.plusSeconds(60))));
    valueOf(ring.load());

    assertThat(verified(old)).isPresent();
    assertThat(verified(issued())).isPresent();

    clock.advance(Duration.ofSeconds(60));
    assertThat(verified(old)).isEmpty();
  }

  @Test
  void looksForTheKeysOfOtherNodes() {
    EcKeyRing otherRing = ring(1);
    JwtTokens other = new JwtTokens(otherRing, clock, "colloquy", "colloquy");
    clock.advance(Duration.ofSeconds(2));

    assertThat(valueOf(other.verify(issued()))).isPresent();
  }

  @Test
  void opensNoKeyWithAnotherSecret() {
    assertFailureOf(ring(2).load())
        .isInstanceOf(WrongSecretKey.class)
        .hasMessageContaining("COLLOQUY_SECRET_KEY");
  }

  @Test
  void publishesPublicHalvesAlone() {
    assertThat(valueOf(ring.published()))
        .singleElement()
        .satisfies(
            key ->
                assertThat(key)
                    .containsKeys("kid", "kty", "crv", "x", "y", "use", "alg")
                    .doesNotContainKey("d"));
  }
}
