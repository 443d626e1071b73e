package dev.colloquy.tool.domain;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * An MCP server's headers or variables as they are kept.
 *
 * @param byName what nobody can read without the installation's secret key
 */
public record SealedSecrets(Map<String, String> byName) {

  public static final SealedSecrets NONE = new SealedSecrets(Map.of());

  public SealedSecrets {
    byName = Map.copyOf(byName);
  }

  /** These with the others in their place, and without those that are taken away. */
  public SealedSecrets merged(SealedSecrets others, Iterable<String> without) {
    Map<String, String> merged = new LinkedHashMap<>(byName);
    without.forEach(merged::remove);
    merged.putAll(others.byName);
    return new SealedSecrets(merged);
  }

  /** Whether one of these is among the others as it is. */
  boolean sharesWith(SealedSecrets others) {
    return byName.values().stream().anyMatch(others.byName::containsValue);
  }

  /** What may be shown of them, sorted. */
  public SortedSet<String> names() {
    return new TreeSet<>(byName.keySet());
  }

  @Override
  public String toString() {
    return "SealedSecrets" + names();
  }
}
