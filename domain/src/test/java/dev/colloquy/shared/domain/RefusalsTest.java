package dev.colloquy.shared.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.colloquy.shared.domain.DomainException.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Codes and kinds are a promise to programs. */
final class RefusalsTest {

  private static List<Arguments> refusals() {
    return List.of(
        Arguments.of(new CommonException.NotFound("thing"), "NOT_FOUND", Kind.NOT_FOUND),
        Arguments.of(new CommonException.AccessDenied("No."), "ACCESS_DENIED", Kind.FORBIDDEN),
        Arguments.of(new CommonException.Archived("thing"), "ARCHIVED", Kind.CONFLICT),
        Arguments.of(new CommonException.Conflict(), "CONFLICT", Kind.CONFLICT),
        Arguments.of(new CommonException.Duplicate("Taken."), "DUPLICATE", Kind.CONFLICT),
        Arguments.of(new CommonException.IntegrityError(), "INTEGRITY_ERROR", Kind.CONFLICT),
        Arguments.of(
            new CommonException.PreconditionFailed(),
            "PRECONDITION_FAILED",
            Kind.PRECONDITION_FAILED),
        Arguments.of(
            new CommonException.PreconditionRequired(),
            "PRECONDITION_REQUIRED",
            Kind.PRECONDITION_REQUIRED),
        Arguments.of(
            new CommonException.ValidationError(List.of()), "VALIDATION_ERROR", Kind.INVALID),
        Arguments.of(
            new CommonException.UnsupportedAction("No."), "UNSUPPORTED_ACTION", Kind.INVALID),
        Arguments.of(
            new CommonException.MalformedRequest("No."), "MALFORMED_REQUEST", Kind.MALFORMED),
        Arguments.of(new CommonException.PayloadTooLarge(9), "PAYLOAD_TOO_LARGE", Kind.TOO_LARGE),
        Arguments.of(
            new CommonException.TooManyRequests(Duration.ZERO), "TOO_MANY_REQUESTS", Kind.TOO_MANY),
        Arguments.of(new CommonException.DatabaseError(), "DATABASE_ERROR", Kind.UNAVAILABLE),
        Arguments.of(new CommonException.Unavailable(), "UNAVAILABLE", Kind.UNAVAILABLE),
        Arguments.of(
            new CommonException.IdempotencyInProgress(), "IDEMPOTENCY_IN_PROGRESS", Kind.CONFLICT),
        Arguments.of(
            new CommonException.IdempotencyKeyReused(), "IDEMPOTENCY_KEY_REUSED", Kind.INVALID));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void keepCodeAndKindAndSpeakInASentence(CommonException refusal, String code, Kind kind) {
    assertThat(refusal.code()).isEqualTo(code);
    assertThat(refusal.kind()).isEqualTo(kind);
    assertThat(refusal.detail()).endsWith(".");
  }

  @Test
  void areAllPromisedHere() {
    Set<Class<?>> promised =
        refusals().stream().map(it -> it.get()[0].getClass()).collect(Collectors.toSet());

    assertThat(promised).isEqualTo(Set.of(CommonException.class.getPermittedSubclasses()));
  }

  @Test
  void giveProgramsTheirNumbers() {
    assertThat(new CommonException.PayloadTooLarge(2048).parameters())
        .isEqualTo(Map.of("maximum_bytes", 2048L));
    assertThat(new CommonException.TooManyRequests(Duration.ofSeconds(30)).retryAfter())
        .hasSeconds(30);
  }

  @Test
  void sayInAPhraseWhatAValueMustBe() {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> Texts.checked("", 1, 9))
        .satisfies(it -> assertThat(it.detail()).isEqualTo("must have from 1 to 9 characters"));
  }
}
