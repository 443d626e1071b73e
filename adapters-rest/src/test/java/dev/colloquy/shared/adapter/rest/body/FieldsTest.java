package dev.colloquy.shared.adapter.rest.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.colloquy.shared.domain.CommonException.MalformedRequest;
import dev.colloquy.shared.domain.CommonException.ValidationError;
import dev.colloquy.shared.domain.CommonException.ValidationError.Violation;
import dev.colloquy.shared.domain.DomainException;
import dev.colloquy.shared.domain.InvalidValue;
import dev.colloquy.shared.domain.KeyScope;
import dev.colloquy.shared.domain.Metadata;
import dev.colloquy.shared.domain.Patch;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {

  record Title(String value) {

    Title {
      if (value.isBlank()) {
        throw new InvalidValue("must not be blank");
      }
    }
  }

  record Part(Title title, int size) {

    static Part from(Fields fields) {
      return new Part(
          fields.required("title", Title::new), fields.required("size", Json.whole(1, 9)));
    }
  }

  @Test
  void readsEveryTypeOfValue() {
    UUID id = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");
    String body =
        """
        {"title":"t","id":"01890A5D-AC96-774B-BCCE-B302099A8057","flag":true,"scope":"read",
         "at":"2030-01-31T12:00:00.1234567+02:00","parts":[{"title":"p","size":3}]}
        """;

    assertThat(bind(body, FieldsTest::typed))
        .containsExactly(
            new Title("t"),
            id,
            true,
            KeyScope.READ,
            Instant.parse("2030-01-31T10:00:00.123456Z"),
            List.of(new Part(new Title("p"), 3)));
  }

  private static List<Object> typed(Fields fields) {
    return List.of(
        fields.required("title", Title::new),
        fields.required("id", Json.id(Function.identity())),
        fields.required("flag", Json.flag()),
        fields.required("scope", Json.oneOf(KeyScope.class)),
        fields.required("at", Json.instant()),
        fields.required("parts", Json.list(2, Json.nested(Part::from))));
  }

  @Test
  void tellsAllThatIsWrongAtOnceAndWhere() {
    String body =
        """
        {"title":" ","parts":[{"title":1,"size":10},{"size":1.5,"odd/~":0}],"nix":1}
        """;

    ValidationError refusal =
        catchThrowableOfType(
            ValidationError.class,
            () ->
                bind(
                    body,
                    fields ->
                        Optional.of(
                            List.of(
                                Optional.ofNullable(fields.required("title", Title::new)),
                                fields.optional("parts", Json.list(5, Json.nested(Part::from))),
                                Optional.ofNullable(fields.required("name", Title::new))))));

    assertThat(refusal.violations())
        .containsExactly(
            new Violation("/title", "must not be blank"),
            new Violation("/parts/0/title", "must be a string"),
            new Violation("/parts/0/size", "must be from 1 to 9"),
            new Violation("/parts/1/title", "is required"),
            new Violation("/parts/1/size", "must be a whole number"),
            new Violation("/parts/1/odd~1~0", "is not a field of this request"),
            new Violation("/name", "is required"),
            new Violation("/nix", "is not a field of this request"));
  }

  @Test
  void tellsAbsentFromNullInAPatch() {
    Function<Fields, Patch<Title>> from = fields -> fields.patch("title", Title::new);

    assertThat(bind("{}", from)).isEqualTo(new Patch.Keep<Title>());
    assertThat(bind("{\"title\":null}", from)).isEqualTo(new Patch.Clear<Title>());
    assertThat(bind("{\"title\":\"a\"}", from)).isEqualTo(new Patch.Put<>(new Title("a")));
  }

  @Test
  void refusesToTakeAwayWhatMustStay() {
    Function<Fields, Optional<Title>> from = fields -> fields.change("title", Title::new);

    assertThat(bind("{}", from)).isEmpty();
    assertViolations("{\"title\":null}", from, new Violation("/title", "must not be null"));
  }

  @Test
  void findsTextThatCannotBeStoredInNamesAndPartsThatNobodyReads() {
    assertViolations(
        "{\"metadata\":{\"a\":[\"\\u0000\"],\"\\ud800\":1}}",
        Fields::metadata,
        new Violation("/metadata/a/0", "must not contain U+0000 or half a surrogate pair"),
        new Violation("/metadata", "must not name a field with U+0000 or half a surrogate pair"));
  }

  @Test
  void keepsWholePairsOfSurrogates() {
    Title title = bind("{\"title\":\"\\ud83d\\ude00\"}", f -> f.required("title", Title::new));

    assertThat(title.value()).isEqualTo("😀");
  }

  @Test
  void refusesNumbersThatAreTooLargeToBeAny() {
    for (String number : List.of("1e999", "-1e999")) {
      assertViolations(
          "{\"limit\":" + number + "}",
          fields -> fields.required("limit", Json.number(BigDecimal::valueOf)),
          new Violation("/limit", "is too large a number"));
    }
  }

  @Test
  void refusesNumbersThatAreLongerThanTheyLook() {
    assertViolations(
        "{\"metadata\":{\"a\":1e308,\"b\":1e-300}}",
        Fields::metadata,
        new Violation("/metadata/a", "must be a number of at most 40 digits"),
        new Violation("/metadata/b", "must be a number of at most 40 digits"));
  }

  @Test
  void takesNoMetadataForEmptyMetadata() {
    assertThat(bind("{}", Fields::metadata)).isEqualTo(Metadata.empty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "[]",
        "1",
        "null",
        "{",
        "{}}",
        "{} {}",
        "{\"a\":1,\"a\":1}",
        "\uFEFF{}",
        "{'a':1}",
        "{\"a\":NaN}",
        "{\"a\":01}"
      })
  void refusesWhatIsNotOneJsonObject(String body) {
    assertThatThrownBy(() -> bind(body, fields -> 1)).isInstanceOf(MalformedRequest.class);
  }

  @Test
  void allows32LevelsAndNotOneMore() {
    assertViolations(
        nested(32), fields -> 1, new Violation("/a", "is not a field of this request"));
    assertThatThrownBy(() -> bind(nested(33), fields -> 1)).isInstanceOf(MalformedRequest.class);
  }

  @Test
  void refusesABodyOfEndlessValues() {
    String body = "{\"a\":[" + "1,".repeat(100_000) + "1]}";

    assertThatThrownBy(() -> bind(body, fields -> 1)).isInstanceOf(MalformedRequest.class);
  }

  @Property
  void answersGarbageWithARefusalAndNothingElse(@ForAll @Size(max = 200) byte[] body) {
    try {
      Fields.bind(body, fields -> fields.optional("a", Title::new));
    } catch (DomainException refusal) {
      assertThat(refusal.kind()).isIn(DomainException.Kind.MALFORMED, DomainException.Kind.INVALID);
    }
  }

  private static String nested(int depth) {
    return "{\"a\":" + "[".repeat(depth - 1) + "]".repeat(depth - 1) + "}";
  }

  private static <T> T bind(String body, Function<Fields, T> from) {
    return Fields.bind(body.getBytes(StandardCharsets.UTF_8), from);
  }

  private static void assertViolations(
      String body, Function<Fields, ?> from, Violation... expected) {
    assertThatThrownBy(() -> bind(body, from))
        .isInstanceOfSatisfying(
            ValidationError.class,
            refusal -> assertThat(refusal.violations()).containsExactly(expected));
  }
}
