package dev.colloquy.shared.adapter.rest.request;

import dev.colloquy.shared.domain.CommonException.MalformedRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a caller names a request, so that its repetition is known as one. */
public final class IdempotencyKey {

  static final String NAME = "Idempotency-Key";

  private static final Pattern VISIBLE_ASCII = Pattern.compile("[\\x21-\\x7E]{1,255}");

  private IdempotencyKey() {}

  /** The key of a request, where it has one. */
  public static Optional<String> of(RoutingContext exchange) {
    return parse(exchange.request().getHeader(NAME));
  }

  static Optional<String> parse(@Nullable String header) {
    if (header != null && !VISIBLE_ASCII.matcher(header).matches()) {
      throw new MalformedRequest(
          "Idempotency-Key must have from 1 to 255 visible ASCII characters.");
    }
    return Optional.ofNullable(header);
  }
}
