package dev.colloquy.bootstrap.start;

import dev.colloquy.bootstrap.files.Folders;
import dev.colloquy.bootstrap.settings.Settings;
import dev.colloquy.bootstrap.settings.Settings.Admin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A look around: the data lies in a fresh folder, and port and administrator are chosen, where
 * nobody has set them.
 *
 * @param settings those of the application
 * @param directory the fresh folder
 * @param passing whether the folder goes with the process
 */
public record Demo(Settings settings, Path directory, boolean passing, Console console) {

  private static final int PASSWORD_BYTES = 18;

  /**
   * An administrator and a port that were set stay; the data directory never is the usual one.
   *
   * @throws StartRefused where no folder can be made
   */
  public static Demo prepare(Settings settings, boolean passing, Console console) {
    Path directory = fresh();
    console.say(
        "This demo keeps its data in %s%s".formatted(directory, passing ? " while it lasts" : ""));
    Settings here = settings.withDataDirectory(directory);
    if (settings.httpPort().isEmpty()) {
      here = here.withPort(Ports.freeFrom(Settings.USUAL_PORT, settings.httpHost()));
    }
    return new Demo(withAdmin(here, console), directory, passing, console);
  }

  /** Takes the folder away, or says where it stays. */
  public void end() {
    if (!passing) {
      console.say(
          "The demo's data lies in %s; delete it when you have seen enough".formatted(directory));
      return;
    }
    try {
      Folders.delete(directory);
    } catch (IOException e) {
      console.warn("The demo's data in %s could not be deleted: %s".formatted(directory, e));
    }
  }

  private static Settings withAdmin(Settings settings, Console console) {
    if (settings.admin().isPresent()) {
      return settings;
    }
    Admin admin = new Admin("admin@example.com", password(), "Administrator");
    console.say(
        "Its administrator is %s with the password %s".formatted(admin.email(), admin.password()));
    return settings.withAdmin(admin);
  }

  private static Path fresh() {
    try {
      return Files.createTempDirectory("colloquy-demo-");
    } catch (IOException e) {
      throw new StartRefused(
          "No folder for the demo can be made in %s: make room there, or name another with JAVA_OPTS=-Djava.io.tmpdir=…"
              .formatted(System.getProperty("java.io.tmpdir")),
          e);
    }
  }

  private static String password() {
    byte[] bytes = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().encodeToString(bytes);
  }
}
