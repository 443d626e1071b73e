package dev.colloquy.model.adapter.llm;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Texts as words, which stand for tokens in the rehearsal. */
final class Words {

  private static final Pattern WORD = Pattern.compile("\\s*\\S+\\s*|\\s+");

  private static final List<String> CHATTER =
      List.of(
          "every", "word", "of", "this", "answer", "is", "said", "only", "to", "fill", "the",
          "time");

  private Words() {}

  /** The text in words, each with the white space after it: joined, they are the text. */
  static List<String> of(String text) {
    return WORD.matcher(text).results().map(MatchResult::group).toList();
  }

  static long count(String text) {
    return WORD.matcher(text).results().filter(it -> !it.group().isBlank()).count();
  }

  /** This many words without a meaning, one at a time: they are never held all at once. */
  static Iterator<String> chatter(int count) {
    return new Iterator<>() {
      private int next;

      @Override
      public boolean hasNext() {
        return next < count;
      }

      @Override
      public String next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        String word = CHATTER.get(next++ % CHATTER.size());
        return hasNext() ? word + " " : word;
      }
    };
  }
}
