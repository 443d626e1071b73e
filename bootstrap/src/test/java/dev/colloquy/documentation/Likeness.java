package dev.colloquy.documentation;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Compares an answer with what a page shows of it: the same members, of the same types, null where
 * null is shown. Texts are the same but for times and for those that hold an ellipsis; numbers may
 * differ; of an array the first element counts.
 */
final class Likeness {

  private final List<String> differences = new ArrayList<>();

  private Likeness() {}

  static List<String> differences(JsonObject shown, JsonObject answered) {
    Likeness likeness = new Likeness();
    likeness.compare("", shown, answered);
    return likeness.differences;
  }

  private void compare(String at, @Nullable Object shown, @Nullable Object answered) {
    if (shown instanceof JsonObject expected && answered instanceof JsonObject actual) {
      members(at, expected, actual);
    } else if (shown instanceof JsonArray expected && answered instanceof JsonArray actual) {
      elements(at, expected, actual);
    } else if (!isAlike(shown, answered)) {
      differences.add("%s: %s is shown, %s was answered".formatted(at, shown, answered));
    }
  }

  private void members(String at, JsonObject shown, JsonObject answered) {
    Set<String> names = new TreeSet<>(shown.fieldNames());
    names.addAll(answered.fieldNames());
    for (String name : names) {
      if (!shown.containsKey(name)) {
        differences.add("%s/%s is not shown".formatted(at, name));
      } else if (!answered.containsKey(name)) {
        differences.add("%s/%s was not answered".formatted(at, name));
      } else {
        compare(at + "/" + name, shown.getValue(name), answered.getValue(name));
      }
    }
  }

  private void elements(String at, JsonArray shown, JsonArray answered) {
    if (shown.isEmpty() != answered.isEmpty()) {
      differences.add("%s: one of both is empty".formatted(at));
    } else if (!shown.isEmpty()) {
      compare(at + "/0", shown.getValue(0), answered.getValue(0));
    }
  }

  private static boolean isAlike(@Nullable Object shown, @Nullable Object answered) {
    if (shown instanceof String expected && answered instanceof String actual) {
      return expected.contains("…")
          || expected.equals(actual)
          || (isTime(expected) && isTime(actual));
    }
    if (shown instanceof Number && answered instanceof Number) {
      return true;
    }
    return shown == null ? answered == null : shown.equals(answered);
  }

  private static boolean isTime(String text) {
    try {
      Instant.parse(text);
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }
}
