package dev.colloquy.identity.adapter.security;

import dev.colloquy.identity.domain.port.out.SetupNotice;
import dev.colloquy.shared.domain.port.out.Workers;
import dev.colloquy.shared.domain.port.out.Workers.Pool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;

/** The set-up token as a file that only the operator's account can read. */
public final class SetupTokenFile implements SetupNotice {

  private static final Logger LOG = Logger.getLogger(SetupTokenFile.class);

  private final Workers workers;
  private final Path file;

  public SetupTokenFile(Workers workers, Path dataDirectory) {
    this.workers = workers;
    this.file = dataDirectory.resolve("setup-token");
  }

  @Override
  public CompletionStage<Void> put(String token) {
    return workers.run(Pool.GENERAL, () -> written(token)).thenAccept(SetupTokenFile::tell);
  }

  @Override
  public CompletionStage<Void> clear() {
    return workers.run(Pool.GENERAL, () -> Files.deleteIfExists(file)).thenAccept(gone -> {});
  }

  private Path written(String token) throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(file, forTheOwnerAlone());
    return Files.writeString(file, token + "\n", StandardCharsets.US_ASCII);
  }

  private FileAttribute<?>[] forTheOwnerAlone() {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private static void tell(Path file) {
    LOG.infof("There is no administrator yet: POST /api/v1/auth/setup with the token in %s", file);
  }
}
