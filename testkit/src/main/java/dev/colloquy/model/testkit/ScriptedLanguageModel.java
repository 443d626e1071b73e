package dev.colloquy.model.testkit;

import dev.colloquy.model.domain.ModelCall;
import dev.colloquy.model.domain.ModelEvent;
import dev.colloquy.model.domain.port.out.Admission;
import dev.colloquy.model.domain.port.out.LanguageModel;
import dev.colloquy.shared.domain.Cause;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;

/** Models that say what a test lets them say, when it does. */
public final class ScriptedLanguageModel implements LanguageModel {

  private final List<ScriptedCall> calls = new CopyOnWriteArrayList<>();

  @Override
  public Flow.Publisher<ModelEvent> answer(ModelCall call, Admission admission) {
    return subscriber -> {
      ScriptedCall made = new ScriptedCall(call, subscriber);
      admission
          .ask()
          .whenComplete(
              (free, refusal) -> {
                if (refusal == null) {
                  calls.add(made);
                }
                subscriber.onSubscribe(made);
                if (refusal != null) {
                  subscriber.onError(Cause.of(refusal));
                }
              });
    };
  }

  /** All calls until now. */
  public List<ScriptedCall> calls() {
    return List.copyOf(calls);
  }

  /** The newest call. */
  public ScriptedCall last() {
    return calls.getLast();
  }
}
