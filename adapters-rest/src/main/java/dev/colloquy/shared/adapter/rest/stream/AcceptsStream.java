package dev.colloquy.shared.adapter.rest.stream;

import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.RoutingContext;

/** Whether a request asks for server-sent events by name, and for nothing else more. */
public final class AcceptsStream {

  private AcceptsStream() {}

  public static boolean test(RoutingContext exchange) {
    float stream = 0;
    float page = 0;
    for (MIMEHeader range : exchange.parsedHeaders().accept()) {
      // reading the weight parses the range, which asking for its components does not
      float weight = range.weight();
      if (isStream(range)) {
        stream = Math.max(stream, weight);
      } else if ("application".equals(range.component())) {
        page = Math.max(page, weight);
      }
    }
    return stream > 0 && stream >= page;
  }

  private static boolean isStream(MIMEHeader range) {
    return "text".equals(range.component()) && "event-stream".equals(range.subComponent());
  }
}
