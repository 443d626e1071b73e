package dev.colloquy.shared.adapter.rest.entrance;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The name of a request in answers and logs: the caller's where it is harmless, or ours. */
final class RequestId {

  static final String NAME = "X-Request-Id";

  private static final Pattern HARMLESS = Pattern.compile("[\\x21-\\x7E]{1,128}");

  private RequestId() {}

  static String of(@Nullable String header, UUID ours) {
    return header != null && HARMLESS.matcher(header).matches() ? header : ours.toString();
  }
}
