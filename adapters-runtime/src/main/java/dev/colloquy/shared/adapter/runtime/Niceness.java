package dev.colloquy.shared.adapter.runtime;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lets a thread give way to all others, as {@code nice} does for processes. The JVM's own thread
 * priorities do nothing on Linux unless a flag sets them free, and then its compiler's change too.
 */
final class Niceness {

  private static final Logger LOG = System.getLogger(Niceness.class.getName());

  private static final AtomicBoolean TOLD = new AtomicBoolean();

  /** Of two that want a core, the one that is nicer by 15 has a thirtieth; alone, the whole. */
  private static final int MORE = 15;

  private Niceness() {}

  /**
   * For the calling thread, as long as it lives. Does nothing but on Linux, where {@code nice(2)}
   * is about the thread and not about the process. Work goes on where it cannot be done, and the
   * first time that is told.
   */
  static void giveWay() {
    if (System.getProperty("os.name").equals("Linux")) {
      try {
        int now = (int) nice().invokeExact(MORE);
        LOG.log(Level.DEBUG, "A thread gives way, at {0}", now);
      } catch (VirtualMachineError fatal) {
        throw fatal;
      } catch (Throwable unsupported) { // a call through a handle may throw anything
        if (TOLD.compareAndSet(false, true)) {
          LOG.log(
              Level.WARNING, "A thread cannot give way to the others: nice(2) failed", unsupported);
        }
      }
    }
  }

  @SuppressWarnings("restricted") // the launcher enables native access
  private static MethodHandle nice() {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(
        linker.defaultLookup().findOrThrow("nice"), FunctionDescriptor.of(JAVA_INT, JAVA_INT));
  }
}
