package dev.colloquy.bootstrap.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The server's command line. What must hold for our data is said here, not in a file that may be
 * edited.
 */
final class ServerCommand {

  private static final Map<String, String> SETTINGS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("listen_addresses", "127.0.0.1"),
              Map.entry("unix_socket_directories", ""),
              Map.entry("fsync", "on"),
              Map.entry("synchronous_commit", "on"),
              Map.entry("full_page_writes", "on"),
              Map.entry("max_connections", "100"),
              Map.entry("shared_buffers", "128MB"),
              Map.entry("password_encryption", "scram-sha-256"),
              // Its log is read by this process, which writes the time itself.
              Map.entry("logging_collector", "off"),
              Map.entry("log_line_prefix", ""),
              Map.entry("lc_messages", "C"),
              Map.entry("log_min_error_statement", "panic"), // statements carry what people wrote
              Map.entry("log_parameter_max_length_on_error", "0")));

  private ServerCommand() {}

  static List<String> of(Binaries binaries, Cluster cluster, int port) {
    List<String> command = new ArrayList<>();
    command.add(binaries.program("postgres").toString());
    command.add("-D");
    command.add(cluster.data().toString());
    SETTINGS.forEach(
        (name, value) -> {
          command.add("-c");
          command.add(name + "=" + value);
        });
    command.add("-c");
    command.add("port=" + port);
    return command;
  }
}
