package dev.colloquy.event.adapter.rest;

import dev.colloquy.event.domain.EventPage;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A part of the feed. */
@Schema(name = "EventPage", description = "A part of the feed, as far as the caller may see it.")
record EventPageView(
    List<EventView> items,
    @Schema(description = "Where the next page begins: its `after`.") long nextAfter,
    @Schema(description = "The last position of the whole feed.") long head) {

  static EventPageView of(EventPage page) {
    return new EventPageView(
        page.items().stream().map(EventView::of).toList(), page.nextAfter(), page.head());
  }
}
