package dev.colloquy.tool.adapter.llm.mcp;

import dev.colloquy.tool.domain.McpFailure;
import dev.colloquy.tool.domain.McpSecret;
import dev.colloquy.tool.domain.McpTransport;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A process that is written to and read from, line by line. It gets the variables it is given and
 * none of ours; what it complains of is thrown away, for it may hold secrets. Processes block:
 * reading, writing and waiting for the end have a thread each.
 */
final class Program {

  private static final int MOST_WAITING = 256;
  private static final Duration LAST_WORDS = Duration.ofSeconds(1);

  private final Command command;
  private final McpLimits limits;
  private final Consumer<String> lines;
  private final Consumer<McpFailure> end;
  private final BlockingQueue<byte[]> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
  private McpFailure why = McpFailure.UNAVAILABLE;
  private boolean closed;
  private boolean finished;
  private @Nullable Process process;
  private @Nullable Thread writer;
  private final Thread reader =
      Thread.ofPlatform().daemon().name("mcp-program-output").unstarted(this::run);

  /** What is started, with all of its variables. */
  record Command(McpTransport.Stdio stdio, Map<String, McpSecret> variables) {}

  /**
   * Takes who hears of it, on a thread of its own.
   *
   * @param end told once, with why it is no more
   */
  Program(Command command, McpLimits limits, Consumer<String> lines, Consumer<McpFailure> end) {
    this.command = command;
    this.limits = limits;
    this.lines = lines;
    this.end = end;
  }

  void start() {
    reader.start();
  }

  /** Whether there was room to let it wait until the program reads it. */
  boolean write(byte[] line) {
    return waiting.offer(line);
  }

  /** Ends it with all that it has started, at once. */
  void kill(McpFailure because) {
    Process running;
    synchronized (this) {
      why = because;
      closed = true;
      running = process;
    }
    if (running != null) {
      Undertaker.kill(running);
    }
  }

  /** Ends it with all that it has started, and gives it a moment to do so by itself; blocks. */
  void end() {
    Process running;
    synchronized (this) {
      closed = true;
      running = process;
    }
    if (running != null) {
      Undertaker.end(running);
    }
  }

  private void run() {
    try {
      Process started = started();
      if (started != null) {
        new LineReader(limits, lines).read(started.getInputStream());
        Undertaker.kill(started);
      }
    } catch (LineReader.TooLong tooLong) {
      kill(McpFailure.TOO_LARGE);
    } catch (IOException gone) {
      kill(McpFailure.UNAVAILABLE);
    } finally {
      finish();
    }
  }

  private @Nullable Process started() throws IOException {
    List<String> line = new ArrayList<>();
    line.add(command.stdio().command());
    line.addAll(command.stdio().arguments());
    ProcessBuilder builder =
        new ProcessBuilder(line)
            .directory(new File(System.getProperty("java.io.tmpdir")))
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().clear();
    command.variables().forEach((name, secret) -> builder.environment().put(name, secret.value()));
    Process started = builder.start();
    synchronized (this) {
      process = started;
      if (!closed) {
        writer =
            Thread.ofPlatform()
                .daemon()
                .name("mcp-program-input")
                .start(() -> feed(started.getOutputStream()));
        Thread.ofPlatform().daemon().name("mcp-program-watch").start(() -> watch(started));
        return started;
      }
    }
    Undertaker.kill(started);
    return null;
  }

  private void feed(OutputStream input) {
    try (input) {
      while (true) {
        input.write(waiting.take());
        input.flush();
      }
    } catch (IOException gone) {
      // its output tells
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }

  /** What it has started may still hold its output: then nobody would ever hear of the end. */
  private void watch(Process started) {
    try {
      started.waitFor();
      reader.join(LAST_WORDS);
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
    finish();
  }

  private void finish() {
    McpFailure because;
    synchronized (this) {
      if (finished) {
        return;
      }
      finished = true;
      because = why;
      if (writer != null) {
        writer.interrupt();
      }
    }
    end.accept(because);
  }
}
