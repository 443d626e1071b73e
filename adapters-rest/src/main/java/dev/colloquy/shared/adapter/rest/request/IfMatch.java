package dev.colloquy.shared.adapter.rest.request;

import dev.colloquy.shared.domain.CommonException.MalformedRequest;
import dev.colloquy.shared.domain.Precondition;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The versions that a caller demands (RFC 9110, 13.1.1). Entity tags are strong and hold the
 * version; a tag of any other form is no version of ours, which matches nothing.
 */
final class IfMatch {

  static final String NAME = "If-Match";

  private static final Pattern TAG =
      Pattern.compile("\\G\\s*(W/)?\"([\\x21\\x23-\\x7E\\x80-\\xFF]*)\"\\s*(,|$)");

  private static final Pattern VERSION = Pattern.compile("0|[1-9][0-9]{0,17}");

  private IfMatch() {}

  /** Takes all lines of the header; fails with {@link MalformedRequest}. */
  static Precondition parse(List<String> lines) {
    String value = String.join(",", lines).strip();
    if (lines.isEmpty() || value.equals("*")) {
      return new Precondition.Any();
    }
    Set<Long> versions = new HashSet<>();
    Matcher tag = TAG.matcher(value);
    int end = 0;
    while (end < value.length() && tag.find(end)) {
      // a weak tag never matches in a strong comparison
      if (tag.group(1) == null && VERSION.matcher(tag.group(2)).matches()) {
        versions.add(Long.parseLong(tag.group(2)));
      }
      end = tag.end();
    }
    if (end < value.length() || value.isEmpty() || value.endsWith(",")) {
      throw new MalformedRequest("If-Match must be * or a list of entity tags such as \"3\".");
    }
    return new Precondition.AnyOf(versions);
  }
}
