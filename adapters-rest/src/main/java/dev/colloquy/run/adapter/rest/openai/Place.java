package dev.colloquy.run.adapter.rest.openai;

import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where an answer is to be kept; a header of ours, which any client of the protocol can send. */
enum Place {
  CONVERSATION("X-Conversation-Id"),
  /** In a new conversation there. */
  WORKSPACE("X-Workspace-Id");

  private final String header;

  Place(String header) {
    this.header = header;
  }

  String header() {
    return header;
  }

  /** What a request says of where its answer is kept. */
  static List<String> headers() {
    return Arrays.stream(values()).map(Place::header).toList();
  }

  @Nullable String in(RoutingContext exchange) {
    return exchange.request().getHeader(header);
  }

  String demanded(RoutingContext exchange) {
    return Objects.requireNonNull(in(exchange));
  }
}
