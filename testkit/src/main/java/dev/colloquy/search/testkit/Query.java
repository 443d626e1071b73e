package dev.colloquy.search.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A search's text as web searches read it: words that must all be there, "quoted" ones side by
 * side, without those after a minus; {@code or} parts alternatives.
 *
 * @param alternatives each a list of terms that must all hold
 */
record Query(List<List<Term>> alternatives) {

  private static final Pattern PART = Pattern.compile("(-?)(?:\"([^\"]*)\"?|([^\\s\"]+))");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  /** Words that stand side by side, and whether they must be there or must not. */
  record Term(boolean excluded, List<String> words) {

    private boolean holds(List<String> text) {
      return occurrences(text) > 0 != excluded;
    }

    private long occurrences(List<String> text) {
      return Stream.iterate(0, at -> at + words.size() <= text.size(), at -> at + 1)
          .filter(at -> text.subList(at, at + words.size()).equals(words))
          .count();
    }
  }

  static Query of(String text) {
    List<List<Term>> alternatives = new ArrayList<>();
    alternatives.add(new ArrayList<>());
    Matcher parts = PART.matcher(text);
    while (parts.find()) {
      if ("or".equalsIgnoreCase(parts.group())) {
        alternatives.add(new ArrayList<>());
      } else {
        String phrase = parts.group(2) == null ? parts.group(3) : parts.group(2);
        List<String> words = words(phrase);
        if (!words.isEmpty()) {
          alternatives.getLast().add(new Term(!parts.group(1).isEmpty(), words));
        }
      }
    }
    return new Query(alternatives.stream().filter(it -> !it.isEmpty()).toList());
  }

  boolean fits(String text) {
    List<String> words = words(text);
    return alternatives.stream().anyMatch(all -> all.stream().allMatch(it -> it.holds(words)));
  }

  /** More for what fits more often, less for longer texts. */
  double score(String text) {
    List<String> words = words(text);
    long hits = wanted().mapToLong(it -> it.occurrences(words)).sum();
    return hits / (1 + Math.log(words.size()));
  }

  /** The text with what fits between asterisks. */
  String highlighted(String text) {
    List<String> marked = wanted().flatMap(it -> it.words().stream()).toList();
    return WORD.matcher(text)
        .replaceAll(
            it ->
                Matcher.quoteReplacement(
                    marked.contains(it.group().toLowerCase(Locale.ROOT))
                        ? "**" + it.group() + "**"
                        : it.group()));
  }

  private Stream<Term> wanted() {
    return alternatives.stream().flatMap(List::stream).filter(it -> !it.excluded());
  }

  private static List<String> words(String text) {
    return WORD.matcher(text.toLowerCase(Locale.ROOT)).results().map(it -> it.group()).toList();
  }
}
