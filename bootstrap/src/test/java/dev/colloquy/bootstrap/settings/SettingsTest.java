package dev.colloquy.bootstrap.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.colloquy.bootstrap.settings.Settings.Admin;
import dev.colloquy.bootstrap.settings.Settings.LogFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SettingsTest {

  private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

  @Test
  void needsNothing() {
    Settings settings = Settings.from(Map.of());

    assertThat(settings.httpHost()).isEqualTo("127.0.0.1");
    assertThat(settings.port()).isEqualTo(8080);
    assertThat(settings.dataDirectory()).endsWithRaw(Path.of(".local", "share", "colloquy"));
    assertThat(settings.database()).isEmpty();
    assertThat(settings.secretKey()).isEmpty();
    assertThat(settings.admin()).isEmpty();
    assertThat(settings.logFormat()).isEqualTo(LogFormat.TEXT);
    assertThat(settings.probeInterval()).isEqualTo(Duration.ofMinutes(5));
    assertThat(settings.warnings()).isEmpty();
  }

  @Test
  void looksAtProvidersNeverWhereThatIsSet() {
    assertThat(Settings.from(Map.of("COLLOQUY_PROVIDER_PROBE_INTERVAL", "0")).probeInterval())
        .isZero();
  }

  @Test
  void readsEverythingThatIsSet() {
    Map<String, String> environment = new HashMap<>();
    environment.put("COLLOQUY_HTTP_HOST", "0.0.0.0");
    environment.put("COLLOQUY_HTTP_PORT", "9090");
    environment.put("COLLOQUY_DATA_DIR", "/srv/colloquy");
    environment.put("COLLOQUY_ADMIN_EMAIL", "ada@example.com");
    environment.put("COLLOQUY_ADMIN_PASSWORD", "correct horse");
    environment.put("COLLOQUY_ADMIN_NAME", "Ada");
    environment.put("COLLOQUY_SECRET_KEY", KEY);
    environment.put("COLLOQUY_TRUSTED_PROXIES", "10.0.0.0/8, ::1");
    environment.put("COLLOQUY_ALLOWED_HOSTS", "localhost, 10.0.0.5");
    environment.put("COLLOQUY_PROVIDER_PROBE_INTERVAL", "90s");
    environment.put("COLLOQUY_MCP_STDIO", "True");
    environment.put("COLLOQUY_LOG_LEVEL", "debug");
    environment.put("COLLOQUY_LOG_FORMAT", "JSON");

    Settings settings = Settings.from(environment);

    assertThat(settings.httpHost()).isEqualTo("0.0.0.0");
    assertThat(settings.httpPort()).hasValue(9090);
    assertThat(settings.dataDirectory()).isEqualTo(Path.of("/srv/colloquy"));
    assertThat(settings.admin()).contains(new Admin("ada@example.com", "correct horse", "Ada"));
    assertThat(settings.secretKey()).contains(KEY);
    assertThat(settings.trustedProxies()).containsExactly("10.0.0.0/8", "::1");
    assertThat(settings.allowedHosts()).containsExactly("localhost", "10.0.0.5");
    assertThat(settings.probeInterval()).isEqualTo(Duration.ofSeconds(90));
    assertThat(settings.mcpPrograms()).isTrue();
    assertThat(settings.logLevel()).isEqualTo("DEBUG");
    assertThat(settings.logFormat()).isEqualTo(LogFormat.JSON);
  }

  @Test
  void readsADatabaseUrlWithEscapesAndTls() {
    Settings settings =
        Settings.from(
            Map.of(
                "COLLOQUY_DATABASE_URL",
                "postgresql://co%40l:p%3Aa%2Fs+s@[::1]:6543/team%20one?sslmode=require",
                "COLLOQUY_SECRET_KEY",
                KEY));

    DatabaseUrl url = settings.database().orElseThrow();
    assertThat(url.user()).isEqualTo("co@l");
    assertThat(url.password()).isEqualTo("p:a/s+s");
    assertThat(url.host()).isEqualTo("[::1]");
    assertThat(url.port()).isEqualTo(6543);
    assertThat(url.name()).isEqualTo("team one");
    assertThat(url.jdbcUrl()).endsWith("?sslmode=require");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          COLLOQUY_HTTP_PORT      | eighty                          | must be a number from 0
          COLLOQUY_HTTP_PORT      | 65536                           | must be a number from 0
          COLLOQUY_HTTP_PORT      | -1                              | must be a number from 0
          COLLOQUY_DATABASE_URL   | mysql://a:b@h/d                 | must begin with postgresql://
          COLLOQUY_DATABASE_URL   | postgresql://a:b@c:d@h/d        | must name a host
          COLLOQUY_DATABASE_URL   | postgresql://h/d                | must name user and password
          COLLOQUY_DATABASE_URL   | postgresql://a@h/d              | must name user and password
          COLLOQUY_DATABASE_URL   | postgresql://a:b@h              | must name a database
          COLLOQUY_DATABASE_URL   | postgresql://a:b@h/             | must name a database
          COLLOQUY_DATABASE_URL   | postgresql://a:b@h/d/e          | must name a database
          COLLOQUY_DATABASE_URL   | postgresql://a:b{@h/d           | is not a URL
          COLLOQUY_DATABASE_URL   | postgresql://a:b@h/d?sslmode=on | has an unknown sslmode
          COLLOQUY_DATABASE_URL   | postgresql://a:b@h/d?options=x  | has the parameter options
          COLLOQUY_SECRET_KEY     | not-base-64!                    | must hold 32 bytes in base64
          COLLOQUY_SECRET_KEY     | c2hvcnQ=                        | must hold 32 bytes in base64
          COLLOQUY_SECRET_KEY_FILE| /does/not/exist                 | names a file that cannot be read
          COLLOQUY_ADMIN_EMAIL    | ada@example.com                 | are set together or not at all
          COLLOQUY_ADMIN_PASSWORD | correct horse                   | are set together or not at all
          COLLOQUY_ADMIN_NAME     | Ada                             | needs COLLOQUY_ADMIN_EMAIL
          COLLOQUY_TRUSTED_PROXIES| proxy.example.com               | is no address
          COLLOQUY_TRUSTED_PROXIES| 10.0.0.0/8, ::1/129             | impossible prefix length
          COLLOQUY_TRUSTED_PROXIES| 10.0.0.0/x                      | impossible prefix length
          COLLOQUY_SUMMARIES      | maybe                           | must be on or off
          COLLOQUY_TITLES         | true                            | must be on or off
          COLLOQUY_ALLOWED_HOSTS  | localhost:11434                 | must be names or addresses
          COLLOQUY_ALLOWED_HOSTS  | 10.0.0.0/8                      | must be names or addresses
          COLLOQUY_PROVIDER_PROBE_INTERVAL| 5                       | must be 0 (never), or from 10s
          COLLOQUY_PROVIDER_PROBE_INTERVAL| 9s                      | must be 0 (never), or from 10s
          COLLOQUY_PROVIDER_PROBE_INTERVAL| 25h                     | must be 0 (never), or from 10s
          COLLOQUY_MCP_STDIO      | yes                             | must be true or false
          COLLOQUY_LOG_LEVEL      | loud                            | must be error, warn
          COLLOQUY_LOG_FORMAT     | xml                             | must be text or json
          """)
  void refusesWhatCannotBeMeant(String variable, String value, String reason) {
    Map<String, String> environment = new HashMap<>(Map.of(variable, value));
    if (variable.equals("COLLOQUY_DATABASE_URL")) {
      environment.put("COLLOQUY_SECRET_KEY", KEY);
    }

    assertThatExceptionOfType(InvalidSettings.class)
        .isThrownBy(() -> Settings.from(environment))
        .satisfies(refused -> assertThat(refused.sentences()).hasSize(1))
        .withMessageContaining(reason)
        .withMessageStartingWith("COLLOQUY_");
  }

  @Test
  void demandsTheKeyOfAnExternalDatabase() {
    assertThatExceptionOfType(InvalidSettings.class)
        .isThrownBy(() -> Settings.from(Map.of("COLLOQUY_DATABASE_URL", "postgresql://a:b@h/d")))
        .withMessageContaining("must be set when the database is external");
  }

  @Test
  void refusesTwoKeysAtOnce() {
    assertThatExceptionOfType(InvalidSettings.class)
        .isThrownBy(
            () ->
                Settings.from(
                    Map.of("COLLOQUY_SECRET_KEY", KEY, "COLLOQUY_SECRET_KEY_FILE", "/key")))
        .withMessageContaining("keep one");
  }

  @Test
  void readsTheKeyFromAFile(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("key"), KEY + "\n");

    Settings settings = Settings.from(Map.of("COLLOQUY_SECRET_KEY_FILE", file.toString()));

    assertThat(settings.secretKey()).contains(KEY);
  }

  @Test
  void tellsAllFaultsAtOnce() {
    assertThatExceptionOfType(InvalidSettings.class)
        .isThrownBy(
            () -> Settings.from(Map.of("COLLOQUY_HTTP_PORT", "x", "COLLOQUY_LOG_FORMAT", "xml")))
        .satisfies(refused -> assertThat(refused.sentences()).hasSize(2));
  }

  @Test
  void refusesAnAdministratorWhomNobodyCouldRegister() {
    assertThatExceptionOfType(InvalidSettings.class)
        .isThrownBy(
            () ->
                Settings.from(
                    Map.of(
                        "COLLOQUY_ADMIN_EMAIL", "ada",
                        "COLLOQUY_ADMIN_PASSWORD", "short",
                        "COLLOQUY_ADMIN_NAME", "A\u202Eda")))
        .satisfies(
            refused ->
                assertThat(refused.sentences())
                    .satisfiesExactly(
                        email -> assertThat(email).startsWith("COLLOQUY_ADMIN_EMAIL must be"),
                        password ->
                            assertThat(password).startsWith("COLLOQUY_ADMIN_PASSWORD must have"),
                        name -> assertThat(name).startsWith("COLLOQUY_ADMIN_NAME must not")));
  }

  @Test
  void warnsOfASettingItDoesNotKnow() {
    Settings settings = Settings.from(Map.of("COLLOQUY_HTTP_PROT", "1", "OTHER", "2"));

    assertThat(settings.warnings())
        .containsExactly("COLLOQUY_HTTP_PROT is set, but Colloquy knows no such setting.");
  }

  @Test
  void keepsSecretsOutOfWhatIsShown() {
    Settings settings =
        Settings.from(
            Map.of(
                "COLLOQUY_DATABASE_URL", "postgresql://a:hidden@h/d",
                "COLLOQUY_SECRET_KEY", KEY,
                "COLLOQUY_ADMIN_EMAIL", "ada@example.com",
                "COLLOQUY_ADMIN_PASSWORD", "hidden too"));

    assertThat(settings + " " + settings.admin()).doesNotContain("hidden", KEY);
  }
}
