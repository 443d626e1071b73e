package dev.colloquy.event.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class StoredDataTest {

  private final StoredData data =
      new StoredData(
          """
          {"seq": 3, "cost": 0.5, "text": "Grüße", "parent": null, "ids": [1, {"deep": true}]}""");

  @Test
  void saysWhatTheTextSays() {
    assertThat(data)
        .containsOnlyKeys("seq", "cost", "text", "parent", "ids")
        .containsEntry("seq", 3)
        .containsEntry("cost", 0.5)
        .containsEntry("text", "Grüße")
        .containsEntry("parent", null)
        .containsEntry("ids", List.of(1, Map.of("deep", true)));
    assertThat(Optional.ofNullable(data.get("unknown"))).isEmpty();
  }

  @Test
  void isEmptyWhereNothingIsSaid() {
    assertThat(new StoredData("{}").isEmpty()).isTrue();
    assertThat(data.isEmpty()).isFalse();
  }

  @Test
  void cannotBeChanged() {
    assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(data::clear);
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> data.put("seq", 4));
    assertThat(data).containsEntry("seq", 3);
  }
}
