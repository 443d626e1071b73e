package dev.colloquy.bootstrap.start;

import dev.colloquy.bootstrap.settings.DatabaseUrl;
import dev.colloquy.bootstrap.settings.Settings;
import dev.colloquy.bootstrap.settings.Settings.LogFormat;
import java.util.HashMap;
import java.util.Map;

/**
 * What the settings mean in the platform's terms. Everything that does not depend on them stands in
 * {@code application.properties}.
 */
public final class QuarkusProperties {

  private QuarkusProperties() {}

  public static Map<String, String> of(Settings settings, DatabaseUrl database, String secretKey) {
    Map<String, String> properties = new HashMap<>();
    properties.put("quarkus.http.host", settings.httpHost());
    properties.put("quarkus.http.port", Integer.toString(settings.port()));
    properties.putAll(ofDatabase(database));
    properties.putAll(ofLog(settings));
    properties.put("colloquy.data-dir", settings.dataDirectory().toString());
    properties.put("colloquy.secret-key", secretKey);
    properties.put("colloquy.mcp-stdio", Boolean.toString(settings.mcpPrograms()));
    if (!settings.trustedProxies().isEmpty()) {
      properties.put("colloquy.trusted-proxies", String.join(",", settings.trustedProxies()));
    }
    if (!settings.allowedHosts().isEmpty()) {
      properties.put("colloquy.allowed-hosts", String.join(",", settings.allowedHosts()));
    }
    properties.put("colloquy.provider-probe-interval", settings.probeInterval().toString());
    settings
        .admin()
        .ifPresent(
            admin -> {
              properties.put("colloquy.admin.email", admin.email());
              properties.put("colloquy.admin.password", admin.password());
              properties.put("colloquy.admin.name", admin.name());
            });
    return properties;
  }

  /**
   * The reactive client's own names for what {@code sslmode} says; as with libpq, prefer by
   * default.
   */
  public static Map<String, String> ofDatabase(DatabaseUrl database) {
    Map<String, String> properties = new HashMap<>();
    String sslMode = database.parameters().getOrDefault("sslmode", "prefer");
    properties.put("quarkus.datasource.reactive.url", database.reactiveUrl());
    properties.put("quarkus.datasource.username", database.user());
    properties.put("quarkus.datasource.password", database.password());
    properties.put("quarkus.datasource.reactive.postgresql.ssl-mode", sslMode);
    if (sslMode.startsWith("verify-")) {
      String algorithm = sslMode.equals("verify-full") ? "HTTPS" : "NONE";
      properties.put("quarkus.datasource.reactive.hostname-verification-algorithm", algorithm);
      String certificates = database.parameters().get("sslrootcert");
      if (certificates != null) {
        properties.put("quarkus.datasource.reactive.trust-certificate-pem", "true");
        properties.put("quarkus.datasource.reactive.trust-certificate-pem.certs", certificates);
      }
    } else {
      properties.put("quarkus.datasource.reactive.trust-all", "true"); // encrypts, verifies nobody
    }
    return properties;
  }

  private static Map<String, String> ofLog(Settings settings) {
    Map<String, String> properties = new HashMap<>();
    properties.put("quarkus.log.category.\"dev.colloquy\".level", settings.logLevel());
    if (settings.logFormat() == LogFormat.JSON) {
      properties.put("quarkus.log.console.enabled", "false"); // JsonLog stands in its place
    }
    if (settings.logLevel().equals("WARN") || settings.logLevel().equals("ERROR")) {
      properties.put("quarkus.log.level", settings.logLevel());
    }
    return properties;
  }
}
