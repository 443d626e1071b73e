package dev.colloquy.benchmarks.rival;

import dev.colloquy.benchmarks.system.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What rivals stand on.
 *
 * @param home the project's folder
 * @param logs for what they and their installation say
 * @param pool connections to the database for each
 * @param flags of a JVM
 * @param seeded conversations, the first half of which hold messages
 * @param messages in each of those
 */
public record Ground(
    Path home,
    Path logs,
    Database database,
    int pool,
    List<String> flags,
    int seeded,
    int messages,
    String content) {

  /** The one person of each rival, where ids are UUIDs. */
  static final String USER = "0199a000-0000-7000-8000-000000000004";

  private static final String CONVERSATION = "0199c000-0000-7000-8000-";

  static String conversation(int number) {
    return CONVERSATION + "%012d".formatted(number);
  }

  /** The id of conversation {@code n} in SQL. */
  static String conversationSql() {
    return "('%s' || lpad(n::text, 12, '0'))::uuid".formatted(CONVERSATION);
  }

  /** The content as an SQL literal. */
  String literal() {
    return "'" + content.replace("'", "''") + "'";
  }

  String url(String scheme, String databaseName) {
    return "%s://%s:%s@%s:%d/%s"
        .formatted(
            scheme,
            database.user(),
            URLEncoder.encode(database.password(), StandardCharsets.UTF_8),
            database.host(),
            database.port(),
            databaseName);
  }

  Path source(String rival) {
    return home.resolve("benchmarks/rivals").resolve(rival);
  }

  Path log(String name) {
    return logs.resolve(name + ".log");
  }

  /** Copies a rival's files and has npm install what its lock file says; answers where. */
  Path installed(String rival) {
    Path folder = home.resolve("benchmarks/target/rivals").resolve(rival);
    copy(source(rival), folder);
    if (!Files.exists(folder.resolve("node_modules/.package-lock.json"))) {
      System.out.println("Installing " + rival + " (only this once)");
      run(rival + "-install", folder, Map.of(), "npm", "ci", "--no-audit", "--no-fund");
    }
    return folder;
  }

  /** Runs a command to its end; throws where it fails. */
  void run(String name, Path folder, Map<String, String> environment, String... command) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().putAll(environment);
    try {
      Process process =
          builder.redirectErrorStream(true).redirectOutput(Redirect.to(log(name).toFile())).start();
      if (process.waitFor() != 0) {
        throw new IllegalStateException(
            "`%s` failed; see %s".formatted(String.join(" ", command), log(name)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void copy(Path from, Path to) {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file));
        Files.createDirectories(target.getParent());
        Files.write(target, Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
