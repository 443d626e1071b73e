package dev.colloquy.event.adapter.rest;

import dev.colloquy.event.domain.EventFilter;
import dev.colloquy.event.domain.Reader;
import dev.colloquy.event.domain.port.in.ReadEvents;
import dev.colloquy.shared.adapter.rest.request.Caller;
import dev.colloquy.shared.domain.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Reads pages for the resources that show the feed. */
@ApplicationScoped
class EventPages {

  private final ReadEvents read;
  private final Caller caller;

  EventPages(ReadEvents read, Caller caller) {
    this.read = read;
    this.caller = caller;
  }

  CompletionStage<EventPageView> page(
      Optional<Scope> place, EventFilter filter, @Nullable String after, @Nullable String limit) {
    Reader reader = new Reader(caller.actor(), place, filter);
    long from = EventQuery.after("after", after).orElse(0L);
    return read.handle(new ReadEvents.Query(reader, from, EventQuery.limit(limit)))
        .thenApply(EventPageView::of);
  }
}
