package dev.colloquy.shared.adapter.llm;

import io.vertx.core.Future;
import java.net.InetAddress;
import java.util.List;

/** Which addresses a host has. */
@FunctionalInterface
public interface Names {

  /** All of them, in the order in which they are to be tried. */
  Future<List<InetAddress>> resolve(String host);
}
