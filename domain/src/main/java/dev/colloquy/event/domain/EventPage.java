package dev.colloquy.event.domain;

import dev.colloquy.shared.domain.RecordedEvent;
import java.util.List;

/**
 * A part of the feed, as its reader sees it.
 *
 * @param items in the order of their positions
 * @param nextAfter where the following page begins: everything up to it has been looked at
 * @param head the last position of the whole feed
 */
public record EventPage(List<RecordedEvent> items, long nextAfter, long head) {

  public EventPage {
    items = List.copyOf(items);
  }
}
