package dev.colloquy.bootstrap.start;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The key under which secrets at rest are encrypted, where nobody has given one: a file of 32
 * random bytes in base64.
 */
record SecretKeyFile(Path path) {

  private static final int KEY_BYTES = 32;

  static SecretKeyFile in(Path dataDirectory) {
    return new SecretKeyFile(dataDirectory.resolve("secret.key"));
  }

  /**
   * Makes it for a database that is still to be made, and only then: a new key for an old database
   * would read none of its secrets.
   */
  String readOrMake(boolean databaseExists) {
    try {
      if (Files.exists(path)) {
        return Files.readString(path).strip();
      }
      if (databaseExists) {
        throw new StartRefused(
            "The key %s, which reads the database's secrets, is gone: bring it back from a backup, or set COLLOQUY_SECRET_KEY."
                .formatted(path));
      }
      return make();
    } catch (IOException e) {
      throw new StartRefused(
          "The key %s can be neither read nor made: make it readable for Colloquy alone."
              .formatted(path),
          e);
    }
  }

  /** It is on the disk, whole, before anything can be encrypted under it. */
  private String make() throws IOException {
    byte[] bytes = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(bytes);
    String key = Base64.getEncoder().encodeToString(bytes);
    Path partial = path.resolveSibling("secret.key.partial");
    Files.deleteIfExists(partial);
    Files.createFile(partial, privately());
    Files.writeString(partial, key, StandardOpenOption.SYNC, StandardOpenOption.WRITE);
    Files.move(partial, path, StandardCopyOption.ATOMIC_MOVE);
    syncFolder();
    return key;
  }

  private void syncFolder() throws IOException {
    if (isPosix()) { // Windows has no such call and needs none
      try (FileChannel folder = FileChannel.open(path.getParent(), StandardOpenOption.READ)) {
        folder.force(true);
      }
    }
  }

  private FileAttribute<?>[] privately() {
    return isPosix()
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private boolean isPosix() {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
