package dev.colloquy.bootstrap.postgres;

import dev.colloquy.bootstrap.files.Folders;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once a version from the archive on the class path. */
final class Binaries {

  private static final int OWNER_MAY_EXECUTE = 0100;

  private final Platform platform;
  private final Path home;

  private Binaries(Platform platform, Path home) {
    this.platform = platform;
    this.home = home;
  }

  /**
   * Unpacks into {@code <parent>/<version>} unless that is there; an interrupted attempt leaves
   * only a {@code .partial} folder, which the next one replaces.
   */
  static Binaries unpackedIn(Path parent, Consumer<String> progress) throws IOException {
    Platform platform = Platform.ofThisMachine();
    Path home = parent.resolve(version());
    if (!Files.isDirectory(home)) {
      progress.accept(
          "Unpacking PostgreSQL %s into %s (only this once)".formatted(version(), home));
      Path partial = parent.resolve(version() + ".partial");
      Folders.delete(partial);
      unpack(platform, partial);
      Files.move(partial, home, StandardCopyOption.ATOMIC_MOVE);
    }
    return new Binaries(platform, home);
  }

  Platform platform() {
    return platform;
  }

  Path program(String name) {
    return home.resolve("bin").resolve(platform.executable(name));
  }

  /** The version of the archive, as {@code 18.6.0}; the build writes it. */
  static String version() {
    Properties properties = new Properties();
    try (InputStream in = Binaries.class.getResourceAsStream("version.properties")) {
      properties.load(in);
    } catch (IOException | NullPointerException e) {
      throw new IllegalStateException("version.properties is not on the class path", e);
    }
    return properties.getProperty("version");
  }

  private static void unpack(Platform platform, Path target) throws IOException {
    InputStream archive = Binaries.class.getClassLoader().getResourceAsStream(platform.archive());
    if (archive == null) {
      throw new EmbeddedPostgresException(
          "Colloquy carries no PostgreSQL for %s on %s: set COLLOQUY_DATABASE_URL to one of yours."
              .formatted(platform.os(), platform.architecture()));
    }
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        write(tar, entry, target);
      }
    }
  }

  private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
      throws IOException {
    Path path = target.resolve(entry.getName()).normalize();
    if (!path.startsWith(target)) {
      throw new IOException("The archive's entry %s leaves its folder".formatted(entry.getName()));
    }
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, path, StandardCopyOption.REPLACE_EXISTING);
    if ((entry.getMode() & OWNER_MAY_EXECUTE) != 0 && Folders.isPosix(path)) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }
}
