package dev.colloquy.run.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.conversation.domain.Content;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class SpeechTest {

  private static String shown(Speech speech, List<String> pieces) {
    StringBuilder shown = new StringBuilder();
    pieces.forEach(piece -> shown.append(speech.add(piece)));
    return shown.append(speech.end()).toString();
  }

  /** Pieces as a model may send them: cut within pairs, with halves and U+0000 among them. */
  @Provide
  Arbitrary<List<String>> pieces() {
    return Arbitraries.of("a", "ü", "\u0000", "\uD83D", "\uDE00", "\uD83D\uDE00", " ", "")
        .list()
        .ofMaxSize(4)
        .map(parts -> String.join("", parts))
        .list()
        .ofMaxSize(12);
  }

  @Property
  void isTheSameHoweverItIsCut(@ForAll("pieces") List<String> pieces) {
    String cut = shown(new Speech(), pieces);
    String whole = shown(new Speech(), List.of(String.join("", pieces)));

    assertThat(cut).isEqualTo(whole);
  }

  @Property
  void keepsWhatItShows(@ForAll("pieces") List<String> pieces) {
    Speech speech = new Speech();

    String shown = shown(speech, pieces);

    assertThat(speech.content().map(Content::value))
        .isEqualTo(Optional.of(shown).filter(it -> !it.isBlank()));
  }

  @Property
  void showsNoHalfOfAPairAndNoNul(@ForAll("pieces") List<String> pieces) {
    Speech speech = new Speech();

    assertThat(pieces.stream().map(speech::add))
        .allSatisfy(
            it ->
                assertThat(it.codePoints())
                    .noneMatch(point -> point == 0 || point >= 0xD800 && point <= 0xDFFF));
  }

  @Test
  void joinsAPairThatComesInTwoPieces() {
    Speech speech = new Speech();

    assertThat(speech.add("Hi \uD83D")).isEqualTo("Hi ");
    assertThat(speech.add("\uDE00!")).isEqualTo("\uD83D\uDE00!");
    assertThat(speech.end()).isEmpty();
  }

  @Test
  void replacesWhatNoMessageHolds() {
    assertThat(shown(new Speech(), List.of("a\u0000b\uDE00c\uD83Dd\uD83D")))
        .isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uFFFD");
  }

  @Test
  void isNoMessageWhereNothingButBlanksWasSaid() {
    Speech speech = new Speech();
    assertThat(speech.content()).isEmpty();

    speech.add(" \n\t");

    assertThat(speech.content()).isEmpty();
  }

  @Test
  void fillsAMessageToTheLastByte() {
    Speech speech = new Speech();

    speech.add("x".repeat(Content.MAX_BYTES));

    assertThat(speech.isTooLarge()).isFalse();
    assertThat(speech.content()).isPresent();
  }

  @Test
  void keepsWhatFitsOfWhatIsTooLarge() {
    Speech speech = new Speech();
    String most = "ü".repeat(Content.MAX_BYTES / 2);
    speech.add(most);

    speech.add("!");

    assertThat(speech.isTooLarge()).isTrue();
    assertThat(speech.content().map(Content::value)).contains(most);
  }
}
