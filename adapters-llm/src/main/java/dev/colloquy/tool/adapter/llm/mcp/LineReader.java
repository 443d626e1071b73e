package dev.colloquy.tool.adapter.llm.mcp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/** Reads lines of UTF-8, within limits. */
final class LineReader {

  private static final int CHUNK = 16 * 1024;

  private final McpLimits limits;
  private final Consumer<String> lines;
  private byte[] line = new byte[CHUNK];
  private int length;

  LineReader(McpLimits limits, Consumer<String> lines) {
    this.limits = limits;
    this.lines = lines;
  }

  /** A line is longer than any may be. */
  static final class TooLong extends IOException {
    private static final long serialVersionUID = 1;

    TooLong() {
      super("a line is too long");
    }
  }

  /** To the end. */
  void read(InputStream in) throws IOException {
    byte[] chunk = new byte[CHUNK];
    for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
      int start = 0;
      for (int i = 0; i < read; i++) {
        if (chunk[i] == '\n') {
          append(chunk, start, i);
          start = i + 1;
          tell();
        }
      }
      append(chunk, start, read);
    }
  }

  private void append(byte[] chunk, int from, int to) throws TooLong {
    int more = to - from;
    if (length + more > limits.messageBytes()) {
      throw new TooLong();
    }
    if (length + more > line.length) {
      line = Arrays.copyOf(line, Math.max(length + more, 2 * line.length));
    }
    System.arraycopy(chunk, from, line, length, more);
    length += more;
  }

  private void tell() {
    String text = new String(line, 0, length, StandardCharsets.UTF_8);
    length = 0;
    if (line.length > limits.messageBytes() / 4) {
      line = new byte[CHUNK];
    }
    lines.accept(text);
  }
}
