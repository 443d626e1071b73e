package dev.colloquy.shared.adapter.persistence.schema;

import java.util.Properties;

/**
 * Where the database is and as whom to enter it.
 *
 * @param jdbcUrl {@code jdbc:postgresql://host:port/name}, with what TLS needs as its parameters
 */
public record DatabaseAccess(String jdbcUrl, String user, String password) {

  Properties properties() {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    properties.setProperty("ApplicationName", "colloquy-schema");
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("loginTimeout", "10");
    return properties;
  }

  /** The address without user, password and parameters, for people to read. */
  String shown() {
    String address = jdbcUrl.replaceFirst("^jdbc:postgresql://", "");
    int parameters = address.indexOf('?');
    return parameters < 0 ? address : address.substring(0, parameters);
  }

  @Override
  public String toString() {
    return "DatabaseAccess[%s as %s]".formatted(shown(), user);
  }
}
