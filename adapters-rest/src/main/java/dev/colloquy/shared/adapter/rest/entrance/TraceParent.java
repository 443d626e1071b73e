package dev.colloquy.shared.adapter.rest.entrance;

import io.vertx.core.MultiMap;
import java.util.Optional;
import java.util.regex.Pattern;

/** The trace that a request belongs to (W3C Trace Context), as long as it has the form of one. */
final class TraceParent {

  private static final Pattern FORM =
      Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

  private TraceParent() {}

  static Optional<String> in(MultiMap headers) {
    return Optional.ofNullable(headers.get("traceparent")).filter(it -> FORM.matcher(it).matches());
  }
}
