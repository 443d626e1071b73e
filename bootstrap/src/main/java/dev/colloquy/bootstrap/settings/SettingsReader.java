package dev.colloquy.bootstrap.settings;

import dev.colloquy.bootstrap.settings.Settings.Admin;
import dev.colloquy.bootstrap.settings.Settings.LogFormat;
import dev.colloquy.identity.domain.DisplayName;
import dev.colloquy.identity.domain.Email;
import dev.colloquy.identity.domain.Password;
import dev.colloquy.shared.adapter.rest.entrance.TrustedProxies;
import dev.colloquy.shared.domain.AddressRules;
import dev.colloquy.shared.domain.InvalidValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the environment once and collects every fault on the way. An empty variable is one not set.
 */
final class SettingsReader {

  private static final String PREFIX = "COLLOQUY_";
  private static final String HTTP_HOST = PREFIX + "HTTP_HOST";
  private static final String HTTP_PORT = PREFIX + "HTTP_PORT";
  private static final String DATA_DIR = PREFIX + "DATA_DIR";
  private static final String DATABASE_URL = PREFIX + "DATABASE_URL";
  private static final String ADMIN_EMAIL = PREFIX + "ADMIN_EMAIL";
  private static final String ADMIN_PASSWORD = PREFIX + "ADMIN_PASSWORD";
  private static final String ADMIN_NAME = PREFIX + "ADMIN_NAME";
  private static final String SECRET_KEY = PREFIX + "SECRET_KEY";
  private static final String SECRET_KEY_FILE = PREFIX + "SECRET_KEY_FILE";
  private static final String TRUSTED_PROXIES = PREFIX + "TRUSTED_PROXIES";
  private static final String ALLOWED_HOSTS = PREFIX + "ALLOWED_HOSTS";
  private static final String SUMMARIES = PREFIX + "SUMMARIES";
  private static final String TITLES = PREFIX + "TITLES";
  private static final String PROVIDER_PROBE_INTERVAL = PREFIX + "PROVIDER_PROBE_INTERVAL";
  private static final String MCP_STDIO = PREFIX + "MCP_STDIO";
  private static final String LOG_LEVEL = PREFIX + "LOG_LEVEL";
  private static final String LOG_FORMAT = PREFIX + "LOG_FORMAT";

  /** Those that the edge reads and those of the {@code colloquy} script are known here too. */
  private static final Set<String> KNOWN =
      Set.of(
          HTTP_HOST,
          HTTP_PORT,
          DATA_DIR,
          DATABASE_URL,
          ADMIN_EMAIL,
          ADMIN_PASSWORD,
          ADMIN_NAME,
          SECRET_KEY,
          SECRET_KEY_FILE,
          TRUSTED_PROXIES,
          ALLOWED_HOSTS,
          SUMMARIES,
          TITLES,
          PROVIDER_PROBE_INTERVAL,
          MCP_STDIO,
          LOG_LEVEL,
          LOG_FORMAT,
          PREFIX + "CORS_ORIGINS",
          PREFIX + "JAVA",
          PREFIX + "MAVEN");

  private static final Set<String> LOG_LEVELS = Set.of("ERROR", "WARN", "INFO", "DEBUG", "TRACE");
  private static final int LARGEST_PORT = 65_535;
  private static final int KEY_BYTES = 32;

  private static final Pattern INTERVAL = Pattern.compile("\\d{1,6}[smh]");
  private static final Duration SHORTEST_INTERVAL = Duration.ofSeconds(10);
  private static final Duration LONGEST_INTERVAL = Duration.ofHours(24);

  private final Map<String, String> environment;
  private final List<String> faults = new ArrayList<>();

  SettingsReader(Map<String, String> environment) {
    this.environment = environment;
  }

  Settings read() {
    Optional<DatabaseUrl> database = database();
    checkSwitch(SUMMARIES);
    checkSwitch(TITLES);
    Settings settings =
        new Settings(
            value(HTTP_HOST).orElse("127.0.0.1"),
            port(),
            dataDirectory(),
            database,
            secretKey(database.isPresent()),
            admin(),
            trustedProxies(),
            allowedHosts(),
            probeInterval(),
            mcpPrograms(),
            logLevel(),
            logFormat(),
            warnings());
    if (!faults.isEmpty()) {
      throw new InvalidSettings(faults);
    }
    return settings;
  }

  /** The application reads it for itself. */
  private void checkSwitch(String name) {
    if (value(name).filter(it -> !Set.of("on", "off").contains(it)).isPresent()) {
      refused(name, "must be on or off", "");
    }
  }

  private OptionalInt port() {
    Optional<String> text = value(HTTP_PORT);
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    try {
      int port = Integer.parseInt(text.get());
      if (port >= 0 && port <= LARGEST_PORT) {
        return OptionalInt.of(port);
      }
    } catch (NumberFormatException e) {
      // the same sentence serves
    }
    return refused(
        HTTP_PORT, "must be a number from 0 (any free port) to 65535", OptionalInt.empty());
  }

  private Path dataDirectory() {
    try {
      return value(DATA_DIR).map(Path::of).orElseGet(this::usualDataDirectory).toAbsolutePath();
    } catch (InvalidPathException e) {
      return refused(DATA_DIR, "is not a path of this system", Path.of("."));
    }
  }

  /** As the XDG base directory specification has it. */
  private Path usualDataDirectory() {
    return value("XDG_DATA_HOME")
        .map(Path::of)
        .filter(Path::isAbsolute)
        .orElseGet(() -> Path.of(System.getProperty("user.home"), ".local", "share"))
        .resolve("colloquy");
  }

  private Optional<DatabaseUrl> database() {
    try {
      return value(DATABASE_URL).map(DatabaseUrl::parse);
    } catch (IllegalArgumentException e) {
      return refused(DATABASE_URL, String.valueOf(e.getMessage()), Optional.empty());
    }
  }

  private Optional<String> secretKey(boolean required) {
    Optional<String> key = value(SECRET_KEY);
    Optional<String> file = value(SECRET_KEY_FILE);
    if (key.isPresent() && file.isPresent()) {
      return refused(SECRET_KEY, "and " + SECRET_KEY_FILE + " are both set: keep one", key);
    }
    if (file.isPresent()) {
      return checkedKey(SECRET_KEY_FILE, content(file.get()));
    }
    if (key.isEmpty() && required) {
      return refused(
          SECRET_KEY,
          "or "
              + SECRET_KEY_FILE
              + " must be set when the database is external: 'openssl rand -base64 32' makes one",
          key);
    }
    return checkedKey(SECRET_KEY, key);
  }

  private Optional<String> content(String file) {
    try {
      return Optional.of(Files.readString(Path.of(file)).strip());
    } catch (IOException | InvalidPathException e) {
      return refused(SECRET_KEY_FILE, "names a file that cannot be read", Optional.empty());
    }
  }

  private Optional<String> checkedKey(String variable, Optional<String> key) {
    if (key.isPresent() && !isKey(key.get())) {
      return refused(variable, "must hold 32 bytes in base64", key);
    }
    return key;
  }

  private static boolean isKey(String text) {
    try {
      return Base64.getDecoder().decode(text).length == KEY_BYTES;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private Optional<Admin> admin() {
    Optional<String> email = value(ADMIN_EMAIL);
    Optional<String> password = value(ADMIN_PASSWORD);
    if (email.isEmpty() && password.isEmpty()) {
      return value(ADMIN_NAME).isEmpty()
          ? Optional.empty()
          : refused(
              ADMIN_NAME, "needs " + ADMIN_EMAIL + " and " + ADMIN_PASSWORD, Optional.empty());
    }
    if (email.isEmpty() || password.isEmpty()) {
      return refused(
          ADMIN_EMAIL,
          "and " + ADMIN_PASSWORD + " are set together or not at all",
          Optional.empty());
    }
    String name = value(ADMIN_NAME).orElse("Administrator");
    check(ADMIN_EMAIL, email.get(), Email::new);
    check(ADMIN_PASSWORD, password.get(), Password::chosen);
    check(ADMIN_NAME, name, DisplayName::new);
    return Optional.of(new Admin(email.get(), password.get(), name));
  }

  /** The rule is the domain's; here is only said which variable breaks it. */
  private void check(String variable, String value, Consumer<String> rule) {
    try {
      rule.accept(value);
    } catch (InvalidValue e) {
      faults.add("%s %s.".formatted(variable, e.detail()));
    }
  }

  private List<String> trustedProxies() {
    List<String> ranges = values(TRUSTED_PROXIES);
    try {
      TrustedProxies.of(ranges);
      return ranges;
    } catch (IllegalArgumentException e) {
      return refused(TRUSTED_PROXIES, "is not usable: " + e.getMessage(), List.of());
    }
  }

  private List<String> allowedHosts() {
    List<String> hosts = values(ALLOWED_HOSTS);
    hosts.forEach(host -> check(ALLOWED_HOSTS, host, it -> AddressRules.allowing(List.of(it))));
    return hosts;
  }

  private Duration probeInterval() {
    String text = value(PROVIDER_PROBE_INTERVAL).orElse("5m").toLowerCase(Locale.ROOT);
    if (text.equals("0")) {
      return Duration.ZERO;
    }
    if (INTERVAL.matcher(text).matches()) {
      Duration interval = Duration.parse("PT" + text);
      if (interval.compareTo(SHORTEST_INTERVAL) >= 0 && interval.compareTo(LONGEST_INTERVAL) <= 0) {
        return interval;
      }
    }
    return refused(
        PROVIDER_PROBE_INTERVAL,
        "must be 0 (never), or from 10s to 24h, such as 90s, 5m or 1h",
        Duration.ZERO);
  }

  private boolean mcpPrograms() {
    return switch (value(MCP_STDIO).orElse("false").toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> refused(MCP_STDIO, "must be true or false", false);
    };
  }

  private String logLevel() {
    String level = value(LOG_LEVEL).orElse("INFO").toUpperCase(Locale.ROOT);
    return LOG_LEVELS.contains(level)
        ? level
        : refused(LOG_LEVEL, "must be error, warn, info, debug or trace", "INFO");
  }

  private LogFormat logFormat() {
    return switch (value(LOG_FORMAT).orElse("text").toLowerCase(Locale.ROOT)) {
      case "text" -> LogFormat.TEXT;
      case "json" -> LogFormat.JSON;
      default -> refused(LOG_FORMAT, "must be text or json", LogFormat.TEXT);
    };
  }

  private List<String> warnings() {
    return new TreeSet<>(environment.keySet())
        .stream()
            .filter(name -> name.startsWith(PREFIX) && !KNOWN.contains(name))
            .map("%s is set, but Colloquy knows no such setting."::formatted)
            .toList();
  }

  /** What is separated by commas. */
  private List<String> values(String name) {
    return value(name).stream()
        .flatMap(it -> Arrays.stream(it.split(",")))
        .map(String::strip)
        .toList();
  }

  private Optional<String> value(String name) {
    @Nullable String value = environment.get(name);
    return Optional.ofNullable(value).map(String::strip).filter(it -> !it.isEmpty());
  }

  /** Notes the fault and goes on with something harmless, so that all faults are told at once. */
  private <T> T refused(String variable, String why, T meanwhile) {
    faults.add("%s %s.".formatted(variable, why));
    return meanwhile;
  }
}
