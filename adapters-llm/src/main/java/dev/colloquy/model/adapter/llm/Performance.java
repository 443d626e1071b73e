package dev.colloquy.model.adapter.llm;

import dev.colloquy.model.adapter.llm.Direction.Again;
import dev.colloquy.model.adapter.llm.Direction.Ask;
import dev.colloquy.model.adapter.llm.Direction.Drip;
import dev.colloquy.model.adapter.llm.Direction.Fail;
import dev.colloquy.model.adapter.llm.Direction.Finish;
import dev.colloquy.model.adapter.llm.Direction.Say;
import dev.colloquy.model.adapter.llm.Direction.Stall;
import dev.colloquy.model.adapter.llm.Direction.Think;
import dev.colloquy.model.adapter.llm.Direction.Wait;
import dev.colloquy.model.domain.FinishReason;
import dev.colloquy.model.domain.ModelCallFailed.Fault;
import dev.colloquy.model.domain.ModelEvent;
import dev.colloquy.model.domain.ModelEvent.Counted;
import dev.colloquy.model.domain.ModelEvent.Said;
import dev.colloquy.model.domain.ModelEvent.Thought;
import dev.colloquy.model.domain.ModelEvent.ToolAsked;
import dev.colloquy.model.domain.TokenUsage;
import dev.colloquy.model.domain.ToolRequest;
import io.vertx.core.impl.ContextInternal;
import java.time.Duration;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Performs one script, a step for each piece that is wanted. */
final class Performance implements Source {

  /** So many steps at once; then whatever else waits on the event loop has its turn. */
  private static final int STEPS_A_TURN = 128;

  private static final long NO_TIMER = -1;

  private final Outlet outlet;
  private final ContextInternal context;
  private final List<Direction> script;
  private final long promptTokens;
  private final long maxTokens;
  private final Duration patience;

  private int position;
  private Iterator<String> words = Collections.emptyIterator();
  private Function<String, ModelEvent> manner = Said::new;
  private Duration drip = Duration.ZERO;
  private String parting = "";
  private long said;
  private boolean asked;
  private boolean rested;
  private boolean resting;
  private long timer = NO_TIMER;

  Performance(
      Outlet outlet,
      List<Direction> script,
      long promptTokens,
      Optional<Integer> maxTokens,
      Duration patience) {
    this.outlet = outlet;
    this.context = (ContextInternal) outlet.context();
    this.script = script;
    this.promptTokens = promptTokens;
    this.maxTokens = maxTokens.map(Integer::longValue).orElse(Long.MAX_VALUE);
    this.patience = patience;
  }

  @Override
  public void start() {
    perform();
  }

  @Override
  public void pause() {
    // each step asks whether it is wanted
  }

  @Override
  public void resume() {
    perform();
  }

  @Override
  public void stop() {
    context.owner().cancelTimer(timer);
  }

  private void perform() {
    for (int steps = 0; outlet.wants() && !resting; steps++) {
      if (steps == STEPS_A_TURN) {
        resting = true;
        context.runOnContext(ignored -> goOn());
        return;
      }
      step();
    }
  }

  private void step() {
    if (words.hasNext()) {
      word();
    } else if (asked && !(position < script.size() && script.get(position) instanceof Ask)) {
      finish(FinishReason.TOOL_CALLS);
    } else if (position < script.size()) {
      follow(script.get(position++));
    } else {
      finish(FinishReason.STOP);
    }
  }

  private void follow(Direction direction) {
    switch (direction) {
      case Say(String text) -> speak(Words.of(parting + text).iterator());
      case Direction.Words(int count) -> speak(Words.chatter(count));
      case Think(String text) -> {
        words = Words.of(text).iterator();
        manner = Thought::new;
      }
      case Drip(Duration delay) -> drip = delay;
      case Wait(Duration delay) -> rest(delay);
      case Stall() -> rest(patience);
      case Ask(String tool, String arguments) -> {
        asked = true;
        outlet.add(new ToolAsked(new ToolRequest("call_" + position, tool, arguments)));
      }
      case Again() -> {}
      case Fail(Fault fault, Optional<Duration> retryAfter) ->
          outlet.failed(Failures.of(fault, retryAfter));
      case Finish(FinishReason reason) -> finish(reason);
    }
  }

  private void speak(Iterator<String> next) {
    words = next;
    manner = Said::new;
    parting = "\n";
  }

  private void word() {
    if (said == maxTokens) {
      finish(FinishReason.LENGTH);
    } else if (!rested && !drip.isZero()) {
      rested = true;
      rest(drip);
    } else {
      rested = false;
      said++;
      outlet.add(manner.apply(words.next()));
    }
  }

  private void finish(FinishReason reason) {
    outlet.add(new Counted(new TokenUsage(promptTokens, said)));
    outlet.finished(reason);
  }

  private void rest(Duration delay) {
    resting = true;
    boolean tooLong = delay.compareTo(patience) >= 0;
    timer =
        context.setTimer(
            Math.max(1, (tooLong ? patience : delay).toMillis()),
            ignored -> {
              timer = NO_TIMER;
              if (tooLong) {
                outlet.failed(Failures.of(Fault.TIMEOUT));
              } else {
                goOn();
              }
            });
  }

  private void goOn() {
    resting = false;
    perform();
  }
}
