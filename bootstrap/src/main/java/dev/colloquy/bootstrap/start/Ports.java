package dev.colloquy.bootstrap.start;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;

/** Which ports nobody listens on at this moment. */
final class Ports {

  private static final int ATTEMPTS = 100;
  private static final int ANY = 0;

  private Ports() {}

  /** The first free one from here on; 0, which takes any, where they are all taken. */
  static int freeFrom(int first, String host) {
    return IntStream.range(first, first + ATTEMPTS)
        .filter(port -> isFree(host, port))
        .findFirst()
        .orElse(ANY);
  }

  /**
   * Finds out before anything is made or started; whoever takes the port meanwhile is found by the
   * server.
   *
   * @throws StartRefused where this address cannot be listened on
   */
  static void requireFree(String host, int port) {
    if (new InetSocketAddress(host, port).isUnresolved()) {
      throw new StartRefused(
          "%s is no address of this machine: correct COLLOQUY_HTTP_HOST.".formatted(host));
    }
    if (!isFree(host, port)) {
      throw new StartRefused(taken(host, port));
    }
  }

  static String taken(String host, int port) {
    return "Port %d on %s is taken or not ours to open: stop what listens there, or set COLLOQUY_HTTP_PORT and COLLOQUY_HTTP_HOST."
        .formatted(port, host);
  }

  private static boolean isFree(String host, int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(host, port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
