package dev.colloquy.benchmarks.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** What a JVM's heap holds after everything that is not needed has been collected. */
public final class LiveHeap {

  private LiveHeap() {}

  /** Bytes of all live objects; the JVM collects in full before it counts. */
  public static long bytes(long pid) {
    String histogram = output("GC.class_histogram", pid);
    String[] total =
        histogram
            .lines()
            .filter(line -> line.startsWith("Total"))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException(histogram))
            .split("\\s+", -1);
    return Long.parseLong(total[2]);
  }

  private static String output(String command, long pid) {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    try {
      Process process =
          new ProcessBuilder(jcmd, String.valueOf(pid), command).redirectErrorStream(true).start();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
