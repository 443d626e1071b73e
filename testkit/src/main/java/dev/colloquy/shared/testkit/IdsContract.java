package dev.colloquy.shared.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.shared.domain.port.out.Ids;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What ids hold. */
public interface IdsContract {

  Ids ids();

  @Test
  default void makesUuidsOfVersion7() {
    UUID id = ids().next();

    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
  }

  @Test
  default void makesGreaterIdsEveryTime() {
    List<String> made =
        IntStream.range(0, 20_000).mapToObj(each -> ids().next().toString()).toList();

    assertThat(made).isSorted().doesNotHaveDuplicates();
  }

  @Test
  default void makesNoIdTwiceForManyThreads() {
    List<UUID> made = IntStream.range(0, 20_000).parallel().mapToObj(each -> ids().next()).toList();

    assertThat(made).doesNotHaveDuplicates();
  }
}
