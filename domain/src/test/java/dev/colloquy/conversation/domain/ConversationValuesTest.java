package dev.colloquy.conversation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.colloquy.shared.domain.InvalidValue;
import dev.colloquy.shared.domain.Metadata;
import dev.colloquy.shared.domain.WorkspaceId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ConversationValuesTest {

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t", "\u2003", "a\0b", "a\uD800", "\uDC00b"})
  void refusesContentThatIsBlankOrCannotBeStored(String text) {
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new Content(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "é", "€", "🚀"})
  void limitsContentByItsBytesInUtf8(String character) {
    int bytes = character.getBytes(StandardCharsets.UTF_8).length;
    String most = character.repeat(262_144 / bytes) + "a".repeat(262_144 % bytes);

    assertThat(new Content(most).value()).isEqualTo(most);
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> new Content(most + "a"))
        .withMessageContaining("262144");
  }

  @Property(tries = 200)
  void takesContentExactlyUpToItsLimitWhateverItIsMadeOf(
      @ForAll @IntRange(max = 3) int wide, @ForAll @IntRange(min = -3, max = 3) int beyond) {
    String head = "€".repeat(wide);
    String text = head + "a".repeat(262_144 + beyond - 3 * wide);

    if (beyond <= 0) {
      assertThat(new Content(text).toString()).hasSameSizeAs(text);
    } else {
      assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new Content(text));
    }
  }

  @Test
  void limitsTopicsAndModalities() {
    assertThat(new Topic("t".repeat(200)).toString()).hasSize(200);
    assertThat(new Modality("m".repeat(50)).toString()).hasSize(50);
    assertThat(Modality.CHAT.value()).isEqualTo("chat");
    for (String wrong : new String[] {"", "   ", "t".repeat(201), "a\0"}) {
      assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new Topic(wrong));
      assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new Modality(wrong));
    }
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new Modality("m".repeat(51)));
  }

  @Test
  void ratesFromOneToFiveWithAShortComment() {
    assertThat(new Feedback(1, Optional.empty()).rating()).isEqualTo(1);
    assertThat(new Feedback(5, Optional.of("c".repeat(2000))).rating()).isEqualTo(5);
    assertThat(Feedback.checkedComment("Indeed")).isEqualTo("Indeed");
    for (int rating : new int[] {-1, 0, 6}) {
      assertThatExceptionOfType(InvalidValue.class)
          .isThrownBy(() -> new Feedback(rating, Optional.empty()));
    }
    for (String comment : new String[] {"", " ", "c".repeat(2001)}) {
      assertThatExceptionOfType(InvalidValue.class)
          .isThrownBy(() -> new Feedback(3, Optional.of(comment)));
    }
  }

  @Test
  void appliesAPatchToWhatItMentions() {
    ConversationDraft before =
        new ConversationDraft(
            new Topic("Plan"), new Modality("voice"), new Metadata(Map.of("a", 1)));

    ConversationDraft same = patch(Optional.empty(), Optional.empty()).applyTo(before);
    ConversationDraft after =
        patch(Optional.of(new Topic("New")), Optional.of(Map.of("b", 2))).applyTo(before);

    assertThat(same).isEqualTo(before);
    assertThat(after.topic()).isEqualTo(new Topic("New"));
    assertThat(after.modality()).isEqualTo(before.modality());
    assertThat(after.metadata().values()).isEqualTo(Map.of("a", 1L, "b", 2L));
  }

  private static ConversationPatch patch(
      Optional<Topic> topic, Optional<Map<String, @Nullable Object>> metadata) {
    return new ConversationPatch(topic, Optional.empty(), metadata);
  }

  @Test
  void narrowsAFilterToOneWorkspace() {
    WorkspaceId workspace = new WorkspaceId(UUID.randomUUID());
    ConversationFilter filter =
        new ConversationFilter(
            Optional.of(new WorkspaceId(UUID.randomUUID())),
            Optional.of(ConversationStatus.ARCHIVED),
            Optional.of("plan"));

    assertThat(filter.in(workspace))
        .isEqualTo(
            new ConversationFilter(Optional.of(workspace), filter.status(), filter.topicPart()));
  }

  @Test
  void remembersARequestForADay() {
    Instant noon = Instant.parse("2026-03-01T12:00:00Z");

    assertThat(RequestKey.forgottenAt(noon)).isEqualTo(noon.plus(Duration.ofHours(24)));
  }
}
