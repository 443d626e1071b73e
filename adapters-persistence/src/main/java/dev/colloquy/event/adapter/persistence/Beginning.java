package dev.colloquy.event.adapter.persistence;

import dev.colloquy.event.domain.StreamItem;
import dev.colloquy.event.domain.StreamItem.Connected;
import dev.colloquy.event.domain.StreamItem.Gap;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Where a stream begins and what it says first.
 *
 * @param start the position after which it goes on
 * @param items said before the first event
 */
record Beginning(long start, List<StreamItem> items, FeedQueries.Seen seen) {

  static Beginning of(OptionalLong after, FeedQueries.Seen seen) {
    long wanted = after.orElse(seen.head());
    long start = Math.clamp(wanted, seen.floor(), seen.head());
    List<StreamItem> items = new ArrayList<>(List.of(new Connected(start)));
    if (wanted < start) {
      items.add(new Gap(wanted + 1, start, start));
    } else if (wanted > start) {
      items.add(new Gap(start + 1, wanted, start));
    }
    return new Beginning(start, items, seen);
  }
}
