package dev.colloquy.benchmarks.load;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.RequestOptions;
import java.util.Optional;

/**
 * One request and what its answer has to be.
 *
 * @param body empty for none
 */
public record Call(RequestOptions request, Buffer body, Expectation expectation) {

  /** Finds what is wrong with an answer. */
  @FunctionalInterface
  public interface Expectation {

    Optional<String> fault(int status, Buffer body);
  }

  /** Makes the requests of a scenario, one after the other; asked on one thread only. */
  @FunctionalInterface
  public interface Scenario {

    Call next();
  }
}
