package dev.colloquy.identity.testkit;

import static dev.colloquy.shared.testkit.Stages.assertFailureOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.identity.domain.SecretHash;
import dev.colloquy.identity.domain.SigningKey;
import dev.colloquy.identity.domain.SigningKeyEvent;
import dev.colloquy.identity.domain.port.out.SetupTokens;
import dev.colloquy.identity.domain.port.out.SigningKeys;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import dev.colloquy.shared.testkit.Actors;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * What every keeper of signing keys and set-up tokens does. An installation has one set of them, so
 * each test takes back what it wrote.
 */
public interface StartContract {

  /** After every key that the storage may have has been made. */
  Instant NOW = Instant.parse("2100-01-01T00:00:00Z");

  UnitOfWork unitOfWork();

  SigningKeys signingKeys();

  SetupTokens setupTokens();

  /** What the work comes to, and nothing of it is kept. */
  private <T> T tried(Supplier<CompletionStage<T>> work) {
    List<T> result = new ArrayList<>();
    assertFailureOf(
            unitOfWork()
                .inTransaction(
                    () ->
                        work.get()
                            .thenAccept(result::add)
                            .thenCompose(done -> CompletableFuture.failedFuture(new Undone()))))
        .isInstanceOf(Undone.class);
    return result.getFirst();
  }

  private static SigningKey key(Instant createdAt) {
    return new SigningKey(
        UUID.randomUUID().toString(), "public", "sealed", createdAt, Optional.empty());
  }

  private CompletionStage<SigningKey> rotated(SigningKey next, Instant retiresAt) {
    return signingKeys()
        .rotate(
            Change.of(next, new SigningKeyEvent.Rotated(Actors.anyone(), NOW, next)), retiresAt);
  }

  private static SigningKey retiring(SigningKey key, Instant at) {
    return new SigningKey(
        key.id(), key.publicKey(), key.sealedPrivateKey(), key.createdAt(), Optional.of(at));
  }

  @Test
  default void signsWithTheNewestKeyAndVerifiesWithTheOneBefore() {
    SigningKey first = key(NOW);
    SigningKey second = key(NOW);
    Instant retirement = NOW.plus(SigningKey.OVERLAP);

    List<SigningKey> verifying =
        tried(
            () ->
                rotated(first, NOW)
                    .thenCompose(done -> rotated(second, retirement))
                    .thenCompose(done -> signingKeys().verifying(NOW)));

    assertThat(verifying).containsExactly(second, retiring(first, retirement));
  }

  @Test
  default void acceptsNothingOfARetiredKey() {
    SigningKey first = key(NOW);
    SigningKey second = key(NOW);
    Instant retirement = NOW.plusSeconds(1);

    List<SigningKey> verifying =
        tried(
            () ->
                rotated(first, NOW)
                    .thenCompose(done -> rotated(second, retirement))
                    .thenCompose(done -> signingKeys().verifying(retirement)));

    assertThat(verifying).containsExactly(second);
  }

  @Test
  default void forgetsKeysThatHadRetiredBeforeTheLastRotation() {
    SigningKey first = key(NOW);
    SigningKey second = key(NOW);
    SigningKey third = key(NOW.plusSeconds(10));

    List<SigningKey> verifying =
        tried(
            () ->
                rotated(first, NOW)
                    .thenCompose(done -> rotated(second, NOW.plusSeconds(9)))
                    .thenCompose(done -> rotated(third, NOW.plusSeconds(20)))
                    .thenCompose(done -> signingKeys().verifying(NOW)));

    assertThat(verifying).containsExactly(third, retiring(second, NOW.plusSeconds(20)));
  }

  @Test
  default void makesNoFirstKeyWhereOneSigns() {
    SigningKey signing = key(NOW);
    SigningKey tooLate = key(NOW);

    List<SigningKey> verifying =
        tried(
            () ->
                rotated(signing, NOW)
                    .thenCompose(done -> signingKeys().addFirst(tooLate))
                    .thenCompose(done -> signingKeys().verifying(NOW)));

    assertThat(verifying).containsExactly(signing);
  }

  @Test
  default void usesASetUpTokenUpAndAllOthersWithIt() {
    SecretHash one = SecretHash.of("one " + UUID.randomUUID());
    SecretHash other = SecretHash.of("other " + UUID.randomUUID());

    List<Boolean> redeemed =
        tried(
            () ->
                setupTokens()
                    .add(one)
                    .thenCompose(done -> setupTokens().add(other))
                    .thenCompose(done -> setupTokens().redeem(SecretHash.of("unknown")))
                    .thenCompose(unknown -> redeemed(unknown, one, other)));

    assertThat(redeemed).containsExactly(false, true, false, false);
  }

  private CompletionStage<List<Boolean>> redeemed(
      boolean unknown, SecretHash one, SecretHash other) {
    return setupTokens()
        .redeem(one)
        .thenCompose(
            first ->
                setupTokens()
                    .redeem(other)
                    .thenCompose(
                        second ->
                            setupTokens()
                                .redeem(one)
                                .thenApply(again -> List.of(unknown, first, second, again))));
  }

  @Test
  default void keepsKeysAndTokensInsideAUnitOfWorkAlone() {
    SecretHash token = SecretHash.of("kept by nobody");

    assertFailureOf(signingKeys().addFirst(key(NOW))).isInstanceOf(IllegalStateException.class);
    assertFailureOf(rotated(key(NOW), NOW)).isInstanceOf(IllegalStateException.class);
    assertFailureOf(setupTokens().add(token)).isInstanceOf(IllegalStateException.class);
    assertFailureOf(setupTokens().redeem(token)).isInstanceOf(IllegalStateException.class);
    assertFailureOf(setupTokens().lock()).isInstanceOf(IllegalStateException.class);
  }

  /** Takes a unit of work back. */
  final class Undone extends RuntimeException {

    private static final long serialVersionUID = 1L;
  }
}
