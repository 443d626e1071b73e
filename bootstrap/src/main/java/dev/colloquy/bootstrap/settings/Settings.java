package dev.colloquy.bootstrap.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Everything that can be set from outside, checked.
 *
 * @param httpPort 0 for any free one; empty where none was asked for
 * @param database the external database; empty where Colloquy brings its own
 * @param secretKey base64 of 32 bytes; empty where the data directory keeps it
 * @param admin the first administrator; empty where none is to be made
 * @param trustedProxies addresses and ranges whose {@code X-Forwarded-For} is believed
 * @param allowedHosts hosts that models may be called at though they are not public
 * @param probeInterval how often each provider is looked at; zero for never
 * @param mcpPrograms whether MCP servers may be programs that Colloquy starts
 * @param warnings sentences about what was set and has no meaning
 */
public record Settings(
    String httpHost,
    OptionalInt httpPort,
    Path dataDirectory,
    Optional<DatabaseUrl> database,
    Optional<String> secretKey,
    Optional<Admin> admin,
    List<String> trustedProxies,
    List<String> allowedHosts,
    Duration probeInterval,
    boolean mcpPrograms,
    String logLevel,
    LogFormat logFormat,
    List<String> warnings) {

  /** The port that is listened on unless another is asked for. */
  public static final int USUAL_PORT = 8080;

  /** The first administrator. */
  public record Admin(String email, String password, String name) {

    @Override
    public String toString() {
      return "Admin[%s]".formatted(email);
    }
  }

  /** How a line of the log looks. */
  public enum LogFormat {
    TEXT,
    JSON
  }

  /**
   * Reads what is set and checks all of it.
   *
   * @param environment the process's, or a test's
   * @throws InvalidSettings with all that is wrong at once
   */
  public static Settings from(Map<String, String> environment) {
    return new SettingsReader(environment).read();
  }

  /** The port to listen on; the usual one where none was asked for. */
  public int port() {
    return httpPort.orElse(USUAL_PORT);
  }

  public Settings withPort(int port) {
    return new Settings(
        httpHost,
        OptionalInt.of(port),
        dataDirectory,
        database,
        secretKey,
        admin,
        trustedProxies,
        allowedHosts,
        probeInterval,
        mcpPrograms,
        logLevel,
        logFormat,
        warnings);
  }

  public Settings withDataDirectory(Path directory) {
    return new Settings(
        httpHost,
        httpPort,
        directory,
        database,
        secretKey,
        admin,
        trustedProxies,
        allowedHosts,
        probeInterval,
        mcpPrograms,
        logLevel,
        logFormat,
        warnings);
  }

  public Settings withAdmin(Admin first) {
    return new Settings(
        httpHost,
        httpPort,
        dataDirectory,
        database,
        secretKey,
        Optional.of(first),
        trustedProxies,
        allowedHosts,
        probeInterval,
        mcpPrograms,
        logLevel,
        logFormat,
        warnings);
  }

  /** Says nothing of secrets. */
  @Override
  public String toString() {
    return "Settings[http=%s:%d, data=%s, database=%s]"
        .formatted(
            httpHost,
            port(),
            dataDirectory,
            database.map(DatabaseUrl::toString).orElse("embedded"));
  }
}
