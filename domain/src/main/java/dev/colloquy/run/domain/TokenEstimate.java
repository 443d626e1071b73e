package dev.colloquy.run.domain;

/**
 * How many tokens a text is at the most, as far as that can be told without the model's own
 * tokenizer. Tokenizers never join letters with digits, nor capitals within a word with what is
 * before them, and have words for common scripts and only bytes for rare ones; so runs of one kind
 * are counted, and what is not ASCII by its script. Held against two tokenizers in tests: prose of
 * some twenty languages, code and data come out at or above what they say. Letters thrown together
 * at random can be more.
 */
final class TokenEstimate {

  private static final int TOKEN = 4;
  private static final int LETTERS_A_TOKEN = 3;
  private static final int DIGITS_A_TOKEN = 3;
  private static final int SPACES_A_TOKEN = 16;

  /** Beyond this many letters it is no usual word, and a letter is three quarters of a token. */
  private static final int LONG_WORD = 12;

  private Kind kind = Kind.START;
  private int length;
  private int last;

  /** In quarters of a token. */
  private long quarters;

  private enum Kind {
    START,
    LOWER,
    UPPER,
    DIGIT,
    SPACE,
    MARK,
    OTHER
  }

  private TokenEstimate() {}

  static long of(String text) {
    TokenEstimate estimate = new TokenEstimate();
    int next = 0;
    while (next < text.length()) {
      int character = text.codePointAt(next);
      estimate.add(character);
      next += Character.charCount(character);
    }
    return estimate.tokens();
  }

  private long tokens() {
    return (quarters + TOKEN - 1) / TOKEN;
  }

  private void add(int character) {
    Kind now = kind(character);
    int seam = seam(now);
    length = goesOn(now) ? length + 1 : 1;
    quarters += cost(now, character) + seam;
    kind = now;
    last = character;
  }

  private int cost(Kind now, int character) {
    return switch (now) {
      case LOWER, UPPER -> letter();
      case DIGIT -> (beginsEvery(DIGITS_A_TOKEN) ? TOKEN : 0) + (isApart() ? TOKEN : 0);
      // one space belongs to what comes after it
      case SPACE -> length % SPACES_A_TOKEN == 2 ? TOKEN : 0;
      case MARK -> length > 1 && character == last ? TOKEN / 2 : TOKEN;
      case OTHER -> Scripts.quarters(character);
      case START -> 0;
    };
  }

  /** Where words change their kind within, most of all between letters and digits. */
  private int seam(Kind now) {
    if (goesOn(now) || !isWord(now) || !isWord(kind)) {
      return 0;
    }
    return now == Kind.DIGIT || kind == Kind.DIGIT ? 2 : 1;
  }

  private int letter() {
    if (length > LONG_WORD) {
      return 3;
    }
    return beginsEvery(LETTERS_A_TOKEN) ? TOKEN : 0;
  }

  private boolean beginsEvery(int size) {
    return (length - 1) % size == 0;
  }

  /** A number takes no space with it. */
  private boolean isApart() {
    return length == 1 && kind == Kind.SPACE;
  }

  /** One capital goes on in small letters. */
  private boolean goesOn(Kind now) {
    return now == kind || (now == Kind.LOWER && kind == Kind.UPPER && length == 1);
  }

  private static boolean isWord(Kind kind) {
    return kind == Kind.LOWER || kind == Kind.UPPER || kind == Kind.DIGIT;
  }

  private static Kind kind(int character) {
    if (character >= 'a' && character <= 'z') {
      return Kind.LOWER;
    }
    if (character >= 'A' && character <= 'Z') {
      return Kind.UPPER;
    }
    if (character >= '0' && character <= '9') {
      return Kind.DIGIT;
    }
    if (character == ' ') {
      return Kind.SPACE;
    }
    return character < 0x80 ? Kind.MARK : Kind.OTHER;
  }
}
