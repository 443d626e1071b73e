package dev.colloquy.benchmarks.system;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** What the system lets a process have. */
public final class Limits {

  private Limits() {}

  /** Files and sockets, of each JVM: it raises its limit to the hard one by itself. */
  public static long openFiles() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? unix.getMaxFileDescriptorCount()
        : 0;
  }
}
