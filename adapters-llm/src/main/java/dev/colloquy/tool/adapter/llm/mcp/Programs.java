package dev.colloquy.tool.adapter.llm.mcp;

import dev.colloquy.tool.domain.McpFailure;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The programs that run for us; none of them outlives this. */
final class Programs implements AutoCloseable {

  private static final Duration ENDING = Duration.ofSeconds(5);

  private final McpLimits limits;
  private final Set<Program> running = ConcurrentHashMap.newKeySet();

  Programs(McpLimits limits) {
    this.limits = limits;
  }

  Program start(Program.Command command, Consumer<String> lines, Consumer<McpFailure> end) {
    Program[] self = new Program[1];
    self[0] =
        new Program(
            command,
            limits,
            lines,
            why -> {
              running.remove(self[0]);
              end.accept(why);
            });
    running.add(self[0]);
    self[0].start();
    return self[0];
  }

  /** Ends one of them; returns at once. */
  void end(Program program) {
    ending(program);
  }

  /** Ends all of them, and waits until they have. */
  @Override
  public void close() {
    List<Thread> endings = running.stream().map(Programs::ending).toList();
    try {
      for (Thread each : endings) {
        each.join(ENDING);
      }
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }

  private static Thread ending(Program program) {
    return Thread.ofPlatform().daemon().name("mcp-program-end").start(program::end);
  }
}
