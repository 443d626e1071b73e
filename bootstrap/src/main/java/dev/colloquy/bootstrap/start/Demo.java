package dev.colloquy.bootstrap.start;

import dev.colloquy.bootstrap.settings.Settings;
import dev.colloquy.bootstrap.settings.Settings.Admin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** Settings for a look around: a fresh folder for the data and an administrator, both told. */
public final class Demo {

  private static final int PASSWORD_BYTES = 18;

  private Demo() {}

  /** An administrator who was set stays; the data directory never is the usual one. */
  public static Settings of(Settings settings, Console console) {
    Path directory = fresh();
    console.say(
        "This demo keeps its data in %s; delete it when you have seen enough".formatted(directory));
    Settings here = settings.withDataDirectory(directory);
    if (settings.admin().isPresent()) {
      return here;
    }
    Admin admin = new Admin("admin@example.com", password(), "Administrator");
    console.say(
        "Its administrator is %s with the password %s".formatted(admin.email(), admin.password()));
    return here.withAdmin(admin);
  }

  private static Path fresh() {
    try {
      return Files.createTempDirectory("colloquy-demo-");
    } catch (IOException e) {
      throw new StartRefused(
          "No folder for the demo can be made in %s: make room there, or name another with JAVA_OPTS=-Djava.io.tmpdir=…."
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
