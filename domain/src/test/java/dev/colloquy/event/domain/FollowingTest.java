package dev.colloquy.event.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.colloquy.event.domain.port.in.FollowEvents;
import dev.colloquy.event.domain.port.in.ReadEvents;
import dev.colloquy.shared.domain.InvalidValue;
import dev.colloquy.shared.domain.SomeActors;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FollowingTest {

  private static final Reader READER =
      new Reader(SomeActors.person(), Optional.empty(), EventFilter.all());

  @Test
  void readsFromTheOldestOnAtMostTwoHundredAtATime() {
    assertThat(new ReadEvents.Query(READER, 0, 1).limit()).isEqualTo(1);
    assertThat(new ReadEvents.Query(READER, 0, 200).after()).isZero();
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> new ReadEvents.Query(READER, -1, 50));
    for (int limit : new int[] {-1, 0, 201}) {
      assertThatExceptionOfType(InvalidValue.class)
          .isThrownBy(() -> new ReadEvents.Query(READER, 0, limit));
    }
  }

  @Test
  void followsFromNowOrFromAPositionThatThereCanBe() {
    assertThat(new FollowEvents.Query(READER, OptionalLong.empty()).after()).isEmpty();
    assertThat(new FollowEvents.Query(READER, OptionalLong.of(0)).after()).hasValue(0);
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> new FollowEvents.Query(READER, OptionalLong.of(-1)));
  }

  @Test
  void namesFiftyTypesAtTheMost() {
    assertThat(only(types(50)).types()).hasSize(50);
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> only(types(51)));
  }

  private static Set<String> types(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "a.b" + "b".repeat(i))
        .collect(Collectors.toSet());
  }

  private static EventFilter only(Set<String> types) {
    return new EventFilter(types, Optional.empty(), Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "message", "Message.created", "message.", "a.b.c.d.e", "a b.c", ".a"})
  void namesNothingThatIsNoType(String type) {
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> only(Set.of(type)));
  }

  @Test
  void resumesAfterWhatItWasTold() {
    assertThat(new StreamItem.Connected(3).position()).isEqualTo(3);
    assertThat(new StreamItem.Happened(Events.about("a.b", UUID.randomUUID(), Map.of())).position())
        .isEqualTo(1);
    assertThat(new StreamItem.Gap(1, 4, 9).position()).isEqualTo(9);
  }

  @Test
  void opensAStreamByASecretThatIsNeverShownNorStored() {
    StreamTicket ticket = StreamTicket.random(new Random(1));
    StreamTicket other = StreamTicket.random(new Random(2));

    assertThat(ticket.secret()).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(other.secret());
    assertThat(ticket.toString()).doesNotContain(ticket.secret());
    assertThat(new StreamTicket("abc").hash())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }
}
