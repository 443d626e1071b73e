package dev.colloquy.run.domain;

import java.util.Arrays;

/** What a character that is not ASCII takes of a token, by the block that it is in. */
final class Scripts {

  /** Where a block begins, and quarters of a token for each character of it until the next. */
  private static final int[][] BLOCKS = {
    {0x80, 7}, // Latin with accents
    {0x250, 8},
    {0x370, 5}, // Greek
    {0x400, 8},
    {0x410, 3}, // Cyrillic, as Russian has it
    {0x450, 8},
    {0x590, 6}, // Hebrew
    {0x600, 4}, // Arabic
    {0x700, 8},
    {0x800, 12},
    {0x900, 6}, // Devanagari
    {0x980, 8}, // other scripts of India
    {0xE00, 5}, // Thai
    {0xE80, 12},
    {0x1E00, 6}, // Vietnamese
    {0x1F00, 12},
    {0x2000, 8}, // signs
    {0x2C00, 12},
    {0x3000, 6}, // kana
    {0x3100, 12},
    {0x4E00, 8}, // Han
    {0xA000, 12},
    {0xAC00, 7}, // Hangul
    {0xD7B0, 12},
    {0xFF00, 8}, // full width
    {0xFFF0, 12},
    {0x10000, 16}, // its bytes, as nobody knows better
  };

  private static final int[] BEGINNINGS = Arrays.stream(BLOCKS).mapToInt(it -> it[0]).toArray();

  private Scripts() {}

  static int quarters(int character) {
    int found = Arrays.binarySearch(BEGINNINGS, character);
    return BLOCKS[found >= 0 ? found : -found - 2][1];
  }
}
