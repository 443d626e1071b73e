package dev.colloquy.shared.adapter.rest.problem;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A path without what differs from request to request: ids, and whatever else does not look like a
 * word of ours. So neither tokens in paths nor hostile characters reach logs and records.
 */
final class RouteTemplate {

  private static final Pattern WORD = Pattern.compile("[a-z][a-z-]{0,39}|v1|\\.well-known|");
  private static final int MAX_SEGMENTS = 12;

  private RouteTemplate() {}

  static String of(@Nullable String path) {
    if (path == null) {
      return "";
    }
    return Arrays.stream(path.split("/", MAX_SEGMENTS))
        .map(segment -> WORD.matcher(segment).matches() ? segment : "{id}")
        .collect(Collectors.joining("/"));
  }
}
