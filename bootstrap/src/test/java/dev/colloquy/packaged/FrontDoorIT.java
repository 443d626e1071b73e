package dev.colloquy.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code colloquy}, wherever it is called from. */
final class FrontDoorIT {

  private static final Path SCRIPT = Path.of("..", "colloquy").toAbsolutePath().normalize();
  private static final int UNUSABLE_COMMAND = 2;

  @TempDir Path folder;

  @Test
  void isFoundThroughLinksFromAnyFolder() throws Exception {
    Path absolute = Files.createSymbolicLink(folder.resolve("first"), SCRIPT);
    Files.createSymbolicLink(folder.resolve("colloquy"), absolute.getFileName());

    Ended ended = run("./colloquy", "version");

    assertThat(ended.output()).startsWith("Colloquy ");
    assertThat(ended.status()).isZero();
  }

  @Test
  void explainsItselfToWhoeverAsksForSomethingElse() throws Exception {
    Ended ended = run(SCRIPT.toString(), "dance");

    assertThat(ended.output()).startsWith("Unknown command: dance").contains("Usage:");
    assertThat(ended.status()).isEqualTo(UNUSABLE_COMMAND);
  }

  private Ended run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(List.of(command))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    return new Ended(process.waitFor(), output);
  }

  private record Ended(int status, String output) {}
}
