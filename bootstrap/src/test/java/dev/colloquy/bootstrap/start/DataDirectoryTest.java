package dev.colloquy.bootstrap.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataDirectoryTest {

  @TempDir Path folder;

  @Test
  void isMadeForItsOwnerAlone() throws IOException {
    Path fresh = folder.resolve("deep/data");

    DataDirectory.open(fresh).close();

    assertThat(Files.getPosixFilePermissions(fresh))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void letsOneInAtATime() {
    DataDirectory first = DataDirectory.open(folder);

    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(() -> DataDirectory.open(folder))
        .withMessageStartingWith("Another Colloquy is running on " + folder);

    first.close();
    DataDirectory.open(folder).close();
  }

  @Test
  void isNotKeptShutByTheLockFileOfADeadProcess() throws IOException {
    Files.writeString(folder.resolve("colloquy.lock"), "4711");

    DataDirectory.open(folder).close();
  }

  @Test
  void saysInOneSentenceThatItCannotBeMade() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(() -> DataDirectory.open(file.resolve("data")))
        .withMessageContaining("cannot be written")
        .withMessageContaining("COLLOQUY_DATA_DIR");
  }
}
