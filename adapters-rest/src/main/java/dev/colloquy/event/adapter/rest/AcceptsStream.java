package dev.colloquy.event.adapter.rest;

import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.RoutingContext;

/** Whether a request asks for server-sent events by name, and for nothing else more. */
final class AcceptsStream {

  private AcceptsStream() {}

  static boolean test(RoutingContext exchange) {
    float stream = 0;
    float page = 0;
    for (MIMEHeader range : exchange.parsedHeaders().accept()) {
      if (isStream(range)) {
        stream = Math.max(stream, range.weight());
      } else if (range.component().equals("application")) {
        page = Math.max(page, range.weight());
      }
    }
    return stream > 0 && stream >= page;
  }

  private static boolean isStream(MIMEHeader range) {
    return range.component().equals("text") && range.subComponent().equals("event-stream");
  }
}
