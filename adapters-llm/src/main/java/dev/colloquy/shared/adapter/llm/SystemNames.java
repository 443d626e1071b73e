package dev.colloquy.shared.adapter.llm;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.net.InetAddress;
import java.util.List;

/** Asks this system, as every other program here does; its hosts file counts too. */
final class SystemNames implements Names {

  /** Asking blocks, mostly for nothing: Java remembers an answer for half a minute. */
  private static final int ASKING_AT_ONCE = 4;

  private final WorkerExecutor workers;

  SystemNames(Vertx vertx) {
    this.workers = vertx.createSharedWorkerExecutor("names-of-hosts", ASKING_AT_ONCE);
  }

  @Override
  public Future<List<InetAddress>> resolve(String host) {
    return workers.executeBlocking(() -> List.of(InetAddress.getAllByName(host)), false);
  }
}
