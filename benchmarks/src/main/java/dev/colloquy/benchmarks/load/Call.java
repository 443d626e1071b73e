package dev.colloquy.benchmarks.load;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.RequestOptions;
import java.util.Optional;

/**
 * One request and what its answer has to be.
 *
 * @param body empty for none
 * @param sign what a frame of a stream has in it that counts as the answer, though the stream goes
 *     on; empty where the whole of it is waited for
 */
public record Call(
    RequestOptions request, Buffer body, Expectation expectation, Optional<String> sign) {

  /** One whose whole answer is waited for. */
  public Call(RequestOptions request, Buffer body, Expectation expectation) {
    this(request, body, expectation, Optional.empty());
  }

  /** One that is answered by the first frame with the sign in it. */
  public static Call until(String sign, RequestOptions request, Buffer body) {
    return new Call(request, body, (status, frame) -> Optional.empty(), Optional.of(sign));
  }

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
