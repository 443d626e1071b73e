package dev.colloquy.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever starts Colloquy where it cannot run is told in one sentence what to do. */
final class RefusedStartIT {

  private static final int FAILED = 1;
  private static final int UNUSABLE_SETTINGS = 2;

  @TempDir static Path folder;

  private static RunningColloquy running;

  @BeforeAll
  static void start() throws IOException {
    running = RunningColloquy.on(folder.resolve("taken"));
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  @Test
  void refusesADataDirectoryThatAnotherColloquyHolds() throws Exception {
    assertThat(sentences(FAILED, folder.resolve("taken"), Map.of()))
        .singleElement()
        .asString()
        .startsWith("Another Colloquy is running on " + folder.resolve("taken"));
  }

  @Test
  void refusesAPortThatSomebodyListensOn() throws Exception {
    String port = Integer.toString(URI.create(running.address()).getPort());

    assertThat(sentences(FAILED, folder.resolve("port"), Map.of("COLLOQUY_HTTP_PORT", port)))
        .last()
        .asString()
        .startsWith("Port %s on 127.0.0.1 is taken".formatted(port));
  }

  @Test
  void refusesAnAddressThatIsNotThisMachines() throws Exception {
    assertThat(
            sentences(FAILED, folder.resolve("host"), Map.of("COLLOQUY_HTTP_HOST", "no.invalid")))
        .last()
        .asString()
        .contains("COLLOQUY_HTTP_HOST");
  }

  @Test
  void refusesAnotherKeyThanTheDatabaseWasSetUpWith() throws Exception {
    Map<String, String> settings =
        Map.of(
            "COLLOQUY_DATABASE_URL",
            Embedded.in(folder.resolve("taken")).url(),
            "COLLOQUY_SECRET_KEY",
            Base64.getEncoder().encodeToString(new byte[32]));

    assertThat(sentences(FAILED, folder.resolve("key"), settings))
        .singleElement()
        .asString()
        .startsWith("COLLOQUY_SECRET_KEY is not the key");
  }

  @Test
  void tellsAllThatIsWrongWithItsSettings() throws Exception {
    Map<String, String> settings =
        Map.of(
            "COLLOQUY_HTTP_PORT", "eighty",
            "COLLOQUY_ADMIN_EMAIL", "nobody",
            "COLLOQUY_ADMIN_PASSWORD", "short");

    assertThat(sentences(UNUSABLE_SETTINGS, folder.resolve("settings"), settings))
        .anyMatch(line -> line.startsWith("COLLOQUY_HTTP_PORT must be"))
        .anyMatch(line -> line.startsWith("COLLOQUY_ADMIN_EMAIL must be"))
        .anyMatch(line -> line.startsWith("COLLOQUY_ADMIN_PASSWORD must have"))
        .hasSize(3);
  }

  /** What a start says that ends with this status, without a stack trace. */
  private static List<String> sentences(int status, Path directory, Map<String, String> settings)
      throws Exception {
    try (RunningColloquy refused = RunningColloquy.starting(directory, settings)) {
      assertThat(refused.end()).as("%s", refused.lines()).isEqualTo(status);
      assertThat(refused.lines())
          .noneMatch(line -> line.startsWith("\tat ") || line.contains("Exception"));
      return refused.lines();
    }
  }
}
