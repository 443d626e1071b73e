package dev.colloquy.benchmarks.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the kernel says of a process's memory ({@code proc(5)}). */
public final class Memory {

  private static final String RESIDENT = "VmRSS:";

  private Memory() {}

  /** What of it is in memory now, in MiB. */
  public static long residentMebibytes(long pid) {
    return residentBytes(pid) >> 20;
  }

  /** What of it is in memory now, in bytes. */
  public static long residentBytes(long pid) {
    try {
      return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
              .filter(line -> line.startsWith(RESIDENT))
              .map(line -> line.substring(RESIDENT.length()).strip().split(" ", -1)[0])
              .mapToLong(Long::parseLong)
              .findFirst()
              .orElseThrow()
          * 1024;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
