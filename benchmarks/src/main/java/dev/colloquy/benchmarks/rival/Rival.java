package dev.colloquy.benchmarks.rival;

import dev.colloquy.benchmarks.system.Server;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.RequestOptions;

/** A backend that answers as the product does: a page of 50 messages, and a message posted. */
public interface Rival extends AutoCloseable {

  String name();

  Server server();

  /** Of the conversation with this number. */
  RequestOptions list(int conversation);

  RequestOptions append(int conversation, String key);

  /** What is sent with {@link #append}. */
  Buffer body(int conversation, String content, String key);

  /** How many conversations do not hold as many messages and events as they count. */
  long miscounted();

  @Override
  default void close() {
    server().close();
  }
}
