package dev.colloquy.tool.adapter.llm.mcp;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Ends programs with all that they have started. */
final class Undertaker {

  private static final long GRACE_MILLIS = 1_000;

  private Undertaker() {}

  /** At once. */
  static void kill(Process process) {
    family(process).forEach(ProcessHandle::destroyForcibly);
  }

  /** In order: no more input, then a request, then at once; blocks for two seconds at the most. */
  static void end(Process process) {
    // once it has ended, nobody knows any more what it has started
    List<ProcessHandle> family = family(process);
    try {
      process.getOutputStream().close();
    } catch (IOException gone) {
      // it reads no more
    }
    if (!isGone(process)) {
      family.forEach(ProcessHandle::destroy);
      isGone(process);
    }
    family.forEach(ProcessHandle::destroyForcibly);
  }

  private static List<ProcessHandle> family(Process process) {
    return Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
  }

  private static boolean isGone(Process process) {
    try {
      return process.waitFor(GRACE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
