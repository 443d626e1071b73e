package dev.colloquy.bootstrap.postgres;

import java.util.Locale;

/**
 * What of the machine decides which binaries fit and how a process is signalled.
 *
 * @param os {@code linux}, {@code darwin} or {@code windows}
 * @param architecture {@code x86_64} or {@code arm_64}
 */
record Platform(String os, String architecture) {

  static Platform ofThisMachine() {
    return of(System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  static Platform of(String osName, String osArch) {
    String name = osName.toLowerCase(Locale.ROOT);
    String os = name.startsWith("mac") ? "darwin" : name.startsWith("windows") ? "windows" : name;
    String architecture =
        switch (osArch.toLowerCase(Locale.ROOT)) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64", "arm64" -> "arm_64";
          default -> osArch;
        };
    return new Platform(os, architecture);
  }

  /** The archive's name on the class path, as its publisher names it. */
  String archive() {
    return "postgres-%s-%s.txz".formatted(os, architecture);
  }

  boolean isWindows() {
    return os.equals("windows");
  }

  boolean isLinux() {
    return os.equals("linux");
  }

  String executable(String name) {
    return isWindows() ? name + ".exe" : name;
  }
}
