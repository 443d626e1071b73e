package dev.colloquy.shared.adapter.persistence.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The changelogs of this build, in the order in which they run.
 *
 * @param paths resources on the class path of {@code loader}
 */
record Changelogs(ClassLoader loader, List<String> paths) {

  private static final String LIST = "db/changelog/changelogs.txt";

  /**
   * Those that {@value #LIST} names; blank lines and lines that begin with {@code #} are skipped.
   */
  static Changelogs ofThisBuild() {
    ClassLoader loader = Changelogs.class.getClassLoader();
    List<String> paths =
        new String(bytes(loader, LIST), StandardCharsets.UTF_8)
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .toList();
    return new Changelogs(loader, paths);
  }

  /** Changes whenever a path or a byte of a file changes; costs no parsing. */
  String fingerprint() {
    MessageDigest digest = sha256();
    for (String path : paths) {
      byte[] content = bytes(loader, path);
      digest.update((path + '\n' + content.length + '\n').getBytes(StandardCharsets.UTF_8));
      digest.update(content);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static byte[] bytes(ClassLoader loader, String path) {
    try (InputStream in = loader.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException(
            "The changelog %s is not on the class path".formatted(path));
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
