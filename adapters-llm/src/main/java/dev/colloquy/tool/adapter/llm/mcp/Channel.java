package dev.colloquy.tool.adapter.llm.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.colloquy.tool.domain.McpFailure;

/** A way to a server, and back. Called on its session's context only, and calls on that. */
interface Channel {

  /** The id of what is not answered. */
  long NOTIFICATION = -1;

  /** Sends a message; never blocks, and what goes wrong is told to whoever listens. */
  void send(JsonNode message, long id);

  /** Both sides speak this version of the protocol from now on. */
  void agreed(String version);

  /** Hears from now on what the server says unasked, as far as it can be heard. */
  void listen();

  /** Nobody waits for the answer any more. */
  void abort(long id);

  /** Whether it leads to a program of ours, which may be ended. */
  boolean isProgram();

  /** Lets go of the server; nothing is told afterwards. */
  void close();

  /** Who hears what comes back. */
  interface Listener {

    /** A message of the server's, whatever it says. */
    void heard(JsonNode message);

    /** A request will not be answered. */
    void unanswered(long id, McpFailure why);

    /** The server does not know the session any more, and has not looked at the request. */
    void forgotten(long id);

    /** Something may have been said unasked that was not heard. */
    void missed();

    /** Nothing will be answered any more. */
    void lost(McpFailure why);
  }
}
