package dev.colloquy.model.domain.port.out;

import dev.colloquy.model.domain.ModelCall;
import dev.colloquy.model.domain.ModelEvent;
import java.util.concurrent.Flow;

/**
 * Models that answer, whoever provides them.
 *
 * <p>Each subscription is one call, made when the first items are asked for. Its items come one
 * after the other as the model says them, on the context that subscribed, and only as many as were
 * asked for: what nobody asks for stays with the provider. It ends exactly once: it completes after
 * {@link ModelEvent.Finished}, or fails with {@link dev.colloquy.model.domain.ModelCallFailed} and
 * nothing else, save where a reader asks for less than one item. Cancelling ends the call at the
 * provider within a second, whatever it is waiting for, and nothing is signalled afterwards.
 *
 * <p>What one call may take of memory is bounded: a line of the provider's at 1 MiB, an answer at
 * 16 MiB; beyond that it fails. Nothing is tried a second time here once an answer has begun.
 */
public interface LanguageModel {

  default Flow.Publisher<ModelEvent> answer(ModelCall call) {
    return answer(call, Admission.FREE);
  }

  /**
   * The same, for each subscription that is admitted. Where no call is made, because the provider
   * is left alone for a while, nobody asks for admission.
   */
  Flow.Publisher<ModelEvent> answer(ModelCall call, Admission admission);
}
