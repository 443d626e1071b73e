package dev.colloquy.bootstrap.start;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;

/** Which port nobody listens on at this moment. */
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

  private static boolean isFree(String host, int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(host, port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
