package dev.colloquy.tool.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@link McpServerProgram} in a process of its own, over HTTP; and how it is started otherwise. */
public final class RunningMcpServer implements AutoCloseable {

  private static final String LISTENING = "listening on ";

  private final Process process;
  private final int port;

  private RunningMcpServer(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** On a free port; writes into the diary what it is asked. */
  public static RunningMcpServer start(Path diary) throws IOException {
    return start(diary, 0);
  }

  /** On this port. */
  public static RunningMcpServer start(Path diary, int port) throws IOException {
    List<String> line = new ArrayList<>();
    line.add(java());
    line.addAll(arguments());
    line.add(Integer.toString(port));
    ProcessBuilder builder = new ProcessBuilder(line);
    builder.environment().put("MCP_DIARY", diary.toString());
    Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String said = out.readLine();
    if (said == null || !said.startsWith(LISTENING)) {
      throw new IOException("it says " + said);
    }
    return new RunningMcpServer(process, Integer.parseInt(said.substring(LISTENING.length())));
  }

  /** The program that is to be started for it to speak over its input and output. */
  public static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** What that program is started with. */
  public static List<String> arguments() {
    try {
      Path classes =
          Path.of(
              McpServerProgram.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return List.of(
          "-XX:TieredStopAtLevel=1",
          "-Xmx512m",
          "-cp",
          classes.toString(),
          McpServerProgram.class.getName());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** How often the diary has this in a line. */
  public static long count(Path diary, String part) throws IOException {
    if (Files.notExists(diary)) {
      return 0;
    }
    try (var lines = Files.lines(diary)) {
      return lines.filter(it -> it.contains(part)).count();
    }
  }

  /** Its port. */
  public int port() {
    return port;
  }

  /** Its address. */
  public String url() {
    return "http://localhost:" + port + "/mcp";
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
