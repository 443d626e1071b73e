package dev.colloquy.bootstrap.testing;

import dev.colloquy.bootstrap.postgres.EmbeddedPostgres;
import dev.colloquy.bootstrap.settings.DatabaseUrl;
import dev.colloquy.bootstrap.start.Foundation;
import dev.colloquy.bootstrap.start.QuarkusProperties;
import dev.colloquy.shared.adapter.persistence.schema.DatabaseAccess;
import dev.colloquy.shared.adapter.persistence.schema.DatabasePreparation;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A fresh database for all tests of this JVM, started by the launcher and prepared by the
 * preparation that the product uses. It ends with the tests; the unpacked programs stay in {@code
 * target}.
 */
public final class PostgresTestResource implements QuarkusTestResourceLifecycleManager {

  /** Where tests find the programs unpacked, once a build directory. */
  public static final Path BINARIES = Path.of("target", "postgres").toAbsolutePath();

  private static final int KEY_BYTES = 32;

  private @Nullable EmbeddedPostgres postgres;

  @Override
  public Map<String, String> start() {
    Path folder = freshFolder();
    EmbeddedPostgres started = EmbeddedPostgres.start(BINARIES, folder, System.out::println);
    postgres = started;
    DatabaseUrl url = Foundation.urlOf(started);
    DatabaseAccess access = new DatabaseAccess(url.jdbcUrl(), url.user(), url.password());
    new DatabasePreparation(access, Duration.ofSeconds(10), System.out::println).prepare();
    Map<String, String> properties = new HashMap<>(QuarkusProperties.ofDatabase(url));
    properties.put("quarkus.http.test-port", "0");
    properties.put("colloquy.data-dir", folder.toString());
    properties.put("colloquy.secret-key", Base64.getEncoder().encodeToString(new byte[KEY_BYTES]));
    // where the providers of tests are
    properties.put("colloquy.allowed-hosts", "localhost");
    // all tests register and log in from one address
    properties.put("colloquy.identity.limits.registrations-by-address", "1000000");
    properties.put("colloquy.identity.limits.logins-by-address", "1000000");
    properties.put("colloquy.identity.limits.refreshes-by-address", "1000000");
    return properties;
  }

  @Override
  public void stop() {
    if (postgres != null) {
      postgres.close();
    }
  }

  private static Path freshFolder() {
    try {
      return Files.createTempDirectory(Files.createDirectories(BINARIES), "run-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
