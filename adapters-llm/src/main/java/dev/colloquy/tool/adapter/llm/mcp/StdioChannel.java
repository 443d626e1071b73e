package dev.colloquy.tool.adapter.llm.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.colloquy.tool.domain.McpFailure;
import io.vertx.core.impl.ContextInternal;

/** A program of ours: a message is a line of its input, or of its output. */
final class StdioChannel implements Channel {

  private final Programs programs;
  private final Program program;
  private final ContextInternal context;
  private final Listener listener;
  private boolean closed;

  StdioChannel(
      Programs programs, Program.Command command, ContextInternal context, Listener listener) {
    this.context = context;
    this.listener = listener;
    this.programs = programs;
    this.program = programs.start(command, this::line, this::ended);
  }

  @Override
  public void send(JsonNode message, long id) {
    if (!program.write(Rpc.bytes(message).appendByte((byte) '\n').getBytes())) {
      // it does not read what it is told
      program.kill(McpFailure.UNAVAILABLE);
    }
  }

  @Override
  public void agreed(String version) {
    // it was said, and is not repeated
  }

  @Override
  public void listen() {
    // its output is read anyway
  }

  @Override
  public void abort(long id) {
    // it is told by a message
  }

  @Override
  public boolean isProgram() {
    return true;
  }

  @Override
  public void close() {
    closed = true;
    programs.end(program);
  }

  /** What is no message is passed over: some programs say hello first. */
  private void line(String text) {
    Rpc.parsed(text)
        .ifPresent(
            message ->
                context.runOnContext(
                    ignored -> {
                      if (!closed) {
                        listener.heard(message);
                      }
                    }));
  }

  private void ended(McpFailure why) {
    context.runOnContext(
        ignored -> {
          if (!closed) {
            closed = true;
            listener.lost(why);
          }
        });
  }
}
