package dev.colloquy.tool.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An MCP server as a program of its own, over standard input and output, or over HTTP where it is
 * given a port. It does what it should, and what it should not: its tools' names say which. What it
 * is asked it writes into the file that {@code MCP_DIARY} names.
 */
public final class McpServerProgram {

  private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");
  private static final Pattern METHOD = Pattern.compile("\"method\":\"([^\"]+)\"");
  private static final Pattern NAME = Pattern.compile("\"name\":\"([^\"]+)\"");
  private static final Pattern TEXT = Pattern.compile("\"text\":\"([^\"]*)\"");
  private static final String NEWS =
      "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/tools/list_changed\"}";
  private static final String MESSAGE =
      "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/message\",\"params\":{}}";
  private static final String ANY = "{\"type\":\"object\"}";
  private static final String NOTE =
      "{\"type\":\"object\",\"properties\":{\"text\":{\"type\":\"string\"}},\"required\":[\"text\"]}";

  private final Optional<Path> diary =
      Optional.ofNullable(System.getenv("MCP_DIARY")).map(Path::of);
  private final Set<String> sessions = ConcurrentHashMap.newKeySet();
  private final Set<BlockingQueue<String>> listeners = ConcurrentHashMap.newKeySet();
  private volatile boolean learnt;

  private McpServerProgram() {}

  /** Takes a port, or nothing. */
  public static void main(String[] arguments) throws IOException {
    McpServerProgram program = new McpServerProgram();
    if (arguments.length > 0) {
      program.serve(Integer.parseInt(arguments[0]));
    } else {
      program.read();
    }
  }

  private void read() throws IOException {
    System.out.println("this is no message");
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String message = line;
      note(message);
      if (tool(message).equals("drip")) {
        Thread.ofVirtual().start(() -> drip(out));
      } else {
        answer(message)
            .ifPresent(
                it -> {
                  synchronized (out) {
                    out.println(tool(message).equals("learn") ? NEWS + "\n" + it : it);
                  }
                });
        if (tool(message).equals("announce")) {
          out.println(NEWS);
        }
      }
    }
  }

  private void serve(int port) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/mcp", this::exchange);
    server.createContext("/mute", this::exchange);
    server.start();
    System.out.println("listening on " + server.getAddress().getPort());
    // whoever has started this ends it by closing its input
    int read = System.in.read();
    while (read >= 0) {
      read = System.in.read();
    }
    System.exit(0);
  }

  private void exchange(HttpExchange http) throws IOException {
    try (http) {
      String message = new String(http.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String session = String.valueOf(http.getRequestHeaders().getFirst("Mcp-Session-Id"));
      boolean isGet = http.getRequestMethod().equals("GET");
      note(
          http.getRequestMethod()
              + (isGet ? " after " + http.getRequestHeaders().getFirst("Last-Event-ID") : "")
              + " "
              + message);
      boolean hello = message.contains("\"initialize\"");
      if (!"Bearer right".equals(http.getRequestHeaders().getFirst("Authorization"))) {
        http.sendResponseHeaders(401, -1);
      } else if (!hello && !sessions.contains(session)) {
        http.sendResponseHeaders(404, -1);
      } else if (isGet && http.getRequestURI().getPath().equals("/mute")) {
        http.sendResponseHeaders(405, -1);
      } else if (isGet) {
        tell(http);
      } else if (tool(message).equals("never")) {
        pause(Duration.ofMinutes(1));
      } else if (tool(message).equals("drip")) {
        http.getResponseHeaders().set("Content-Type", "text/event-stream");
        http.sendResponseHeaders(200, 0);
        drip(http.getResponseBody());
      } else {
        if (hello) {
          String fresh = UUID.randomUUID().toString();
          sessions.add(fresh);
          http.getResponseHeaders().set("Mcp-Session-Id", fresh);
        }
        respond(http, message);
        if (tool(message).equals("forget")) {
          sessions.clear();
        }
      }
    }
  }

  /** What it says unasked, until it hangs up. */
  private void tell(HttpExchange http) throws IOException {
    BlockingQueue<String> said = new LinkedBlockingQueue<>();
    http.getResponseHeaders().set("Content-Type", "text/event-stream");
    http.sendResponseHeaders(200, 0);
    OutputStream out = http.getResponseBody();
    out.write(": here I am\n\n".getBytes(StandardCharsets.UTF_8));
    out.flush();
    listeners.add(said);
    note("listened to");
    try {
      for (String event = said.take(); !event.isEmpty(); event = said.take()) {
        out.write(event.getBytes(StandardCharsets.UTF_8));
        out.flush();
      }
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    } finally {
      listeners.remove(said);
    }
  }

  private void respond(HttpExchange http, String message) throws IOException {
    Optional<String> answer = answer(message);
    if (answer.isEmpty()) {
      http.sendResponseHeaders(202, -1);
      return;
    }
    // one way and the other
    boolean stream = !tool(message).equals("plain");
    http.getResponseHeaders()
        .set("Content-Type", stream ? "text/event-stream" : "application/json");
    byte[] body =
        (stream
                ? "event: message\ndata: "
                    + (tool(message).equals("learn") ? NEWS : MESSAGE)
                    + "\n\nevent: message\ndata: "
                    + answer.get()
                    + "\n\n"
                : answer.get())
            .getBytes(StandardCharsets.UTF_8);
    http.sendResponseHeaders(200, body.length);
    try (OutputStream out = http.getResponseBody()) {
      out.write(body);
    }
  }

  private Optional<String> answer(String message) {
    String id = first(ID, message);
    return switch (first(METHOD, message)) {
      case "initialize" ->
          result(
              id,
              "{\"protocolVersion\":\"2025-06-18\",\"capabilities\":{\"tools\":{\"listChanged\":true}},"
                  + "\"serverInfo\":{\"name\":\"trial\",\"version\":\"1\"}}");
      case "tools/list" -> result(id, page(message));
      case "tools/call" -> called(id, message);
      case "ping" -> result(id, "{}");
      default -> Optional.empty();
    };
  }

  private String page(String message) {
    return message.contains("\"second\"")
        ? "{\"tools\":["
            + String.join(
                ",",
                listed("die", ANY),
                listed("never", ANY),
                listed("drip", ANY),
                listed("wrong.id", ANY),
                listed("big", ANY),
                listed("huge", ANY),
                listed("forget", ANY),
                listed("environment", ANY),
                listed("slow", ANY),
                listed("broken", "{\"type\":12}"),
                listed("endless", endless()),
                listed("learn", ANY),
                listed("announce", ANY),
                listed(learnt ? "learnt" : "hang_up", ANY))
            + "]}"
        : "{\"tools\":["
            + String.join(",", listed("note", NOTE), listed("plain", NOTE), listed("fail", ANY))
            + "],\"nextCursor\":\"second\"}";
  }

  /** Each of its definitions leads to the next one twice. */
  private static String endless() {
    StringBuilder definitions = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      String next = "{\"$ref\":\"#/$defs/d%d\"}".formatted(i + 1);
      definitions.append("\"d%d\":{\"allOf\":[%s,%s]},".formatted(i, next, next));
    }
    return "{\"type\":\"object\",\"$ref\":\"#/$defs/d0\",\"$defs\":{%s\"d40\":{}}}"
        .formatted(definitions);
  }

  private static String listed(String name, String schema) {
    return "{\"name\":\"%s\",\"description\":\"It is called %s.\",\"inputSchema\":%s}"
        .formatted(name, name, schema);
  }

  private Optional<String> called(String id, String message) {
    return switch (tool(message)) {
      case "note", "plain" -> text(id, "Noted: " + first(TEXT, message));
      case "slow" -> {
        pause(Duration.ofSeconds(5));
        yield text(id, "At last.");
      }
      case "fail" ->
          result(
              id,
              "{\"content\":[{\"type\":\"text\",\"text\":\"There is no ink.\"}],\"isError\":true}");
      case "learn" -> {
        learnt = true;
        yield text(id, "Now I know.");
      }
      case "announce" -> {
        learnt = true;
        listeners.forEach(it -> it.add("id: news-1\ndata: " + NEWS + "\n\n"));
        yield text(id, "Now all know.");
      }
      case "hang_up" -> {
        listeners.forEach(it -> it.add(""));
        yield text(id, "Farewell.");
      }
      case "die" -> {
        Runtime.getRuntime().halt(1);
        yield Optional.empty();
      }
      case "never" -> Optional.empty();
      case "wrong.id" -> text(id + "000", "For somebody else");
      case "big" -> text(id, "x".repeat(10_000_000));
      case "huge" -> text(id, "x".repeat(60_000_000));
      case "forget" -> text(id, "Who are you?");
      case "environment" -> text(id, String.join(",", System.getenv().keySet()));
      default ->
          Optional.of(
              "{\"jsonrpc\":\"2.0\",\"id\":"
                  + id
                  + ",\"error\":{\"code\":-32602,\"message\":\"no such tool\"}}");
    };
  }

  private static void pause(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }

  /** A bit now and then, and never the end. */
  private static void drip(OutputStream out) {
    try {
      while (true) {
        synchronized (out) {
          out.write(' ');
          out.flush();
        }
        Thread.sleep(50);
      }
    } catch (IOException | InterruptedException gone) {
      Thread.currentThread().interrupt();
    }
  }

  private static Optional<String> text(String id, String text) {
    return result(id, "{\"content\":[{\"type\":\"text\",\"text\":\"" + text + "\"}]}");
  }

  private static Optional<String> result(String id, String result) {
    return Optional.of("{\"jsonrpc\":\"2.0\",\"id\":%s,\"result\":%s}".formatted(id, result));
  }

  private void note(String message) throws IOException {
    if (diary.isPresent()) {
      Files.writeString(
          diary.get(),
          message.replace('\n', ' ') + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    }
  }

  private static String tool(String message) {
    return message.contains("\"tools/call\"") ? first(NAME, message) : "";
  }

  private static String first(Pattern pattern, String message) {
    Matcher matcher = pattern.matcher(message);
    return matcher.find() ? matcher.group(1) : "";
  }
}
