package dev.colloquy.bootstrap.postgres;

import java.util.List;

/**
 * Tells a server by its process id what to do; the JDK itself can only send SIGTERM and SIGKILL.
 */
final class Signals {

  private Signals() {}

  /** Ends every session, writes a checkpoint, ends. */
  static void fastShutdown(Binaries binaries, long pid) {
    String id = Long.toString(pid);
    List<String> command =
        binaries.platform().isWindows()
            ? List.of(binaries.program("pg_ctl").toString(), "kill", "INT", id)
            : List.of("kill", "-INT", id);
    if (!Commands.succeeds(command)) {
      ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
    }
  }
}
