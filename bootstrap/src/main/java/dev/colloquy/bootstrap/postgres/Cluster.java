package dev.colloquy.bootstrap.postgres;

import dev.colloquy.bootstrap.files.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The folder with the databases' files, and the password that opens it.
 *
 * @param data what PostgreSQL calls its data directory
 */
record Cluster(Path data, String password) {

  static final String USER = "colloquy";

  private static final int PASSWORD_BYTES = 24;

  /**
   * Makes the cluster unless it is there. It appears under its name only when it is whole, so an
   * interrupted attempt is simply made again.
   */
  static Cluster in(
      Path folder, Binaries binaries, Privileges privileges, Consumer<String> progress)
      throws IOException {
    Path data = folder.resolve("data");
    Path passwordFile = folder.resolve("password");
    if (Files.isDirectory(data)) {
      refuseOtherMajor(data);
      privileges.own(data);
      return new Cluster(data, readPassword(passwordFile));
    }
    progress.accept("Making a database cluster in " + data);
    String password = randomPassword();
    writePrivately(passwordFile, password);
    Path partial = folder.resolve("data.partial");
    Folders.delete(partial);
    initialise(partial, binaries, privileges, password);
    Files.move(partial, data, StandardCopyOption.ATOMIC_MOVE);
    return new Cluster(data, password);
  }

  static boolean existsIn(Path folder) {
    return Files.isDirectory(folder.resolve("data"));
  }

  /** The process id that PostgreSQL noted when it started, where it did not get to remove it. */
  Optional<Long> notedPid() throws IOException {
    Path file = pidFile();
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    return Files.readAllLines(file).stream().findFirst().map(String::strip).map(Long::valueOf);
  }

  Path pidFile() {
    return data.resolve("postmaster.pid");
  }

  private static void initialise(
      Path target, Binaries binaries, Privileges privileges, String password) throws IOException {
    Files.createDirectory(target); // initdb accepts an empty folder
    Path passwordFile = target.resolveSibling("password.initdb");
    writePrivately(passwordFile, password);
    try {
      if (Folders.isPosix(target)) {
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwx------"));
      }
      privileges.own(target);
      privileges.own(passwordFile);
      Commands.Result result =
          Commands.run(
              privileges.wrap(
                  List.of(
                      binaries.program("initdb").toString(),
                      "--pgdata=" + target,
                      "--username=" + USER,
                      "--pwfile=" + passwordFile,
                      "--auth=scram-sha-256",
                      "--encoding=UTF8",
                      "--no-locale",
                      "--locale-provider=builtin",
                      "--builtin-locale=C.UTF-8",
                      "--data-checksums",
                      "--no-instructions")));
      if (result.status() != 0) {
        throw new EmbeddedPostgresException(
            "PostgreSQL could not make its cluster in %s (%s): make sure that the disk has room and the folder is writable."
                .formatted(target, Commands.last(result.output(), 3)));
      }
    } finally {
      Files.deleteIfExists(passwordFile);
    }
  }

  private static void refuseOtherMajor(Path data) throws IOException {
    String found = Files.readString(data.resolve("PG_VERSION")).strip();
    String carried = Binaries.version().replaceFirst("\\..*", "");
    if (!found.equals(carried)) {
      throw new EmbeddedPostgresException(
          "The data in %s was made by PostgreSQL %s and this Colloquy carries %s: restore a backup into a fresh COLLOQUY_DATA_DIR."
              .formatted(data, found, carried));
    }
  }

  private static String readPassword(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new EmbeddedPostgresException(
          "The database's password file %s is gone: bring it back from a backup.".formatted(file));
    }
    return Files.readString(file).strip();
  }

  private static String randomPassword() {
    byte[] bytes = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Never readable by anybody else, not even while it is being written. */
  private static void writePrivately(Path file, String content) throws IOException {
    Files.deleteIfExists(file);
    if (Folders.isPosix(file)) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.writeString(
        file,
        content,
        StandardOpenOption.CREATE,
        StandardOpenOption.WRITE,
        StandardOpenOption.SYNC);
  }
}
