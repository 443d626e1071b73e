package dev.colloquy.model.adapter.llm;

import dev.colloquy.model.domain.FinishReason;
import dev.colloquy.model.domain.ModelEvent;
import dev.colloquy.model.domain.ModelEvent.Said;
import io.vertx.core.Vertx;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowPublisherVerification;
import org.testng.SkipException;

/** The rules of Reactive Streams, by their own compatibility kit. */
final class ReactiveStreamsTest {

  private static final Vertx VERTX = Vertx.vertx();

  /** An answer is never empty: its last piece says why it ends. */
  private static final String OF_EMPTY_STREAMS =
      "optional_spec104_emptyStreamMustTerminateByCallingOnComplete";

  @AfterAll
  static void stop() {
    VERTX.close();
  }

  @TestFactory
  Stream<DynamicTest> keepsTheRule() {
    return Arrays.stream(Rules.class.getMethods())
        .filter(it -> it.isAnnotationPresent(org.testng.annotations.Test.class))
        .filter(it -> !it.getName().startsWith(OF_EMPTY_STREAMS))
        .sorted(Comparator.comparing(Method::getName))
        .map(rule -> DynamicTest.dynamicTest(rule.getName(), () -> verify(rule)));
  }

  private static void verify(Method rule) throws Throwable {
    Rules rules = new Rules();
    rules.setUp();
    try {
      rule.invoke(rules);
    } catch (InvocationTargetException failed) {
      if (failed.getCause() instanceof SkipException skipped) {
        Assumptions.abort(skipped.getMessage());
      }
      throw failed.getCause();
    }
  }

  /** What the kit needs to know: answers of a length. */
  public static final class Rules extends FlowPublisherVerification<ModelEvent> {

    public Rules() {
      super(new TestEnvironment(500, 100));
    }

    @Override
    public Flow.Publisher<ModelEvent> createFlowPublisher(long pieces) {
      return Answer.from(VERTX, outlet -> new Talkative(outlet, pieces - 1));
    }

    @Override
    public Flow.@Nullable Publisher<ModelEvent> createFailedFlowPublisher() {
      // fails once it is asked, never before
      return null;
    }

    @Override
    public long maxElementsFromPublisher() {
      return 100_000;
    }
  }

  private static final class Talkative implements Source {

    private final Outlet outlet;
    private long left;

    Talkative(Outlet outlet, long words) {
      this.outlet = outlet;
      this.left = words;
    }

    @Override
    public void start() {
      talk();
    }

    @Override
    public void pause() {
      // asks itself whether it is wanted
    }

    @Override
    public void resume() {
      talk();
    }

    @Override
    public void stop() {
      left = 0;
    }

    private void talk() {
      while (left > 0 && outlet.wants()) {
        left--;
        outlet.add(new Said("word "));
      }
      if (left == 0) {
        outlet.finished(FinishReason.STOP);
      }
    }
  }
}
