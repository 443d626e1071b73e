package dev.colloquy.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.colloquy.shared.domain.InvalidValue;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NamesTest {

  @ParameterizedTest
  @ValueSource(strings = {"a@b", "Ada.Lovelace+x@mail.example.org", "x_y@xn--bcher-kva.example"})
  void takesAddresses(String text) {
    assertThat(new Email(text).value()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ada",
        "@example.org",
        "ada@",
        "ada@@example.org",
        "a da@example.org",
        ".ada@example.org",
        "ada.@example.org",
        "ada@-example.org",
        "ada@example..org",
        "аda@example.org",
        "ada@bücher.example",
        "ada@example.org\n"
      })
  void refusesWhatIsNoAddressInAscii(String text) {
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new Email(text));
  }

  @Test
  void limitsTheLengthOfAddresses() {
    String domain = "@" + "example.".repeat(24) + "org";

    assertThat(new Email("a".repeat(58) + domain).value()).hasSize(254);
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> new Email("a".repeat(59) + domain));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ab", "1ab", "_ab", "a b", "a-b", "аda"})
  void refusesWhatIsNoUsername(String text) {
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new Username(text));
  }

  @Test
  void takesLookAlikesForOne() {
    assertThat(skeleton("Bill")).isEqualTo(skeleton("biIl")).isEqualTo(skeleton("bi1l"));
    assertThat(skeleton("modern")).isEqualTo(skeleton("modem"));
    assertThat(skeleton("b0b")).isEqualTo(skeleton("Bob"));
    assertThat(skeleton("vvendy")).isEqualTo(skeleton("wendy"));
    assertThat(skeleton("neil")).isNotEqualTo(skeleton("nell"));
  }

  private static String skeleton(String name) {
    return new Username(name).skeleton();
  }

  @Property
  void derivesValidUsernamesFromEveryAddress(
      @ForAll
          @AlphaChars
          @NumericChars
          @Chars({'.', '+', '-', '_', '!', '~'})
          @StringLength(min = 1, max = 64)
          String local) {
    String sound = local.replaceAll("\\.+", ".").replaceAll("^\\.|\\.$", "x");

    List<Username> candidates = Username.candidates(new Email(sound + "@example.org"), "0a1b2c");

    assertThat(candidates).hasSize(10).doesNotHaveDuplicates();
  }

  @Property
  void findsAnAddressWhateverItsCase(
      @ForAll @AlphaChars @StringLength(min = 1, max = 64) String local) {
    Email email = new Email(local + "@Example.org");

    assertThat(new Email(email.value().toUpperCase(Locale.ROOT)).key()).isEqualTo(email.key());
  }

  @Test
  void takesNamesOfAnyScript() {
    assertThat(new DisplayName(" Ада Лавлейс ").value()).isEqualTo("Ада Лавлейс");
    assertThat(new DisplayName("می‌خواهم").value()).hasSize(8);
    assertThat(new DisplayName("e\u0301").value()).isEqualTo("\u00e9");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "Ada\u202egnp", "Ada\u200b", "Ada\u0007", "\u2066Ada"})
  void refusesNamesThatHideSomething(String text) {
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new DisplayName(text));
  }

  @Test
  void knowsAnAddressByItsSign() {
    assertThat(new LoginName("ada@example.org").isEmail()).isTrue();
    assertThat(new LoginName("@").isEmail()).isTrue();
    assertThat(new LoginName("ada").isEmail()).isFalse();
  }

  @Test
  void proposesTheAddressesOwnNameFirst() {
    assertThat(
            Username.candidates(new Email("Ada.Lovelace@example.org"), "x1").stream()
                .map(Username::value))
        .startsWith("Ada_Lovelace", "Ada_Lovelace_2")
        .endsWith("Ada_Lovelace_9", "Ada_Lovelace_x1");
    assertThat(Username.candidates(new Email("bob@example.org"), "x1").getFirst().value())
        .isEqualTo("bob");
    assertThat(Username.candidates(new Email("al@example.org"), "x1").getFirst().value())
        .isEqualTo("user_al");
  }

  @Test
  void tellsAddressesApart() {
    assertThat(new Email("Ada@Example.org").key()).isEqualTo("ada@example.org");
    assertThat(new Email("Ada@Example.org")).hasToString("Ada@Example.org");
    assertThat(new Email("Ada@Example.org").local()).isEqualTo("Ada");
  }
}
