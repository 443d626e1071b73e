package dev.colloquy.model.adapter.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.model.domain.FinishReason;
import dev.colloquy.model.domain.ModelCallFailed.Fault;
import dev.colloquy.model.domain.ModelEvent;
import dev.colloquy.model.domain.ModelEvent.Finished;
import dev.colloquy.model.domain.ModelEvent.Said;
import dev.colloquy.shared.testkit.Stages;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class AnswerTest {

  private final Vertx vertx = Vertx.vertx();
  private final List<String> told = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Outlet> outlet = new CompletableFuture<>();

  @AfterEach
  void stop() {
    vertx.close();
  }

  /** A source that remembers what it is told and says what a test wants. */
  private Flow.Publisher<ModelEvent> answer(Consumer<Outlet> beginning) {
    return Answer.from(
        vertx,
        given ->
            new Source() {
              @Override
              public void start() {
                told.add("start");
                outlet.complete(given);
                beginning.accept(given);
              }

              @Override
              public void pause() {
                told.add("pause");
              }

              @Override
              public void resume() {
                told.add("resume");
              }

              @Override
              public void stop() {
                told.add("stop");
              }
            });
  }

  private void onContext(Consumer<Outlet> task) {
    Outlet given = Stages.valueOf(outlet);
    CompletableFuture<Boolean> done = new CompletableFuture<>();
    given
        .context()
        .runOnContext(
            ignored -> {
              task.accept(given);
              done.complete(true);
            });
    Stages.valueOf(done);
  }

  @Test
  void beginsOnlyWhenSomethingIsAskedFor() {
    Reader reader = Reader.of(answer(it -> it.finished(FinishReason.STOP)), 0);
    CompletableFuture<Boolean> later = new CompletableFuture<>();
    vertx.setTimer(50, ignored -> later.complete(told.isEmpty()));

    boolean quiet = Stages.valueOf(later);
    reader.request(1);

    assertThat(quiet).isTrue();
    assertThat(reader.failure()).isNull();
    assertThat(told).containsExactly("start");
  }

  @Test
  void pausesItsSourceWhileNobodyAsks() {
    Reader reader = Reader.of(answer(it -> say(it, "a", "b", "c")), 1);
    reader.awaitPieces(1);
    List<String> before = List.copyOf(told);

    reader.request(1);
    reader.awaitPieces(2);
    onContext(it -> told.add("wants " + it.wants()));
    reader.request(2);
    reader.awaitPieces(3);
    onContext(it -> told.add("wants " + it.wants()));

    assertThat(before).containsExactly("start", "pause");
    assertThat(told).containsExactly("start", "pause", "wants false", "resume", "wants true");
  }

  @Test
  void endsOnlyAfterAllThatWasSaidBefore() {
    Reader reader =
        Reader.of(
            answer(
                it -> {
                  say(it, "a", "b");
                  it.failed(Failures.of(Fault.BROKEN));
                }),
            1);
    reader.awaitPieces(1);
    onContext(ignored -> {});
    boolean endedEarly = reader.hasEnded();

    reader.request(1);

    assertThat(endedEarly).isFalse();
    assertThat(reader.callFailure().fault()).isEqualTo(Fault.BROKEN);
    assertThat(reader.text()).isEqualTo("ab");
  }

  @Test
  void endsOnceWhateverItsSourceSaysLater() {
    Reader reader =
        Reader.of(
            answer(
                it -> {
                  it.finished(FinishReason.STOP);
                  it.finished(FinishReason.LENGTH);
                  it.failed(Failures.of(Fault.BROKEN));
                  say(it, "late");
                }));

    reader.awaitEnd();
    onContext(ignored -> {});

    assertThat(reader.pieces).containsExactly(new Finished(FinishReason.STOP));
    assertThat(reader.ends).hasValue(1);
  }

  @Test
  void saysNothingOnceCancelledAndStopsItsSourceOnce() {
    Reader reader = Reader.of(answer(it -> say(it, "a")));
    reader.awaitPieces(1);

    reader.cancel();
    reader.cancel();
    reader.request(5);
    onContext(
        it -> {
          say(it, "late");
          it.failed(Failures.of(Fault.BROKEN));
        });

    assertThat(reader.pieces).containsExactly(new Said("a"));
    assertThat(reader.hasEnded()).isFalse();
    assertThat(told).containsExactly("start", "stop");
  }

  @Test
  void refusesDemandForLessThanOne() {
    Reader reader = Reader.of(answer(it -> {}), 1);
    Stages.valueOf(outlet);

    reader.request(0);

    assertThat(reader.failure()).isInstanceOf(IllegalArgumentException.class);
    assertThat(told).containsExactly("start", "stop");
  }

  @Test
  void addsDemandWithoutEnd() {
    Reader reader = Reader.of(answer(it -> say(it, "a")), Long.MAX_VALUE);
    reader.awaitPieces(1);
    reader.request(Long.MAX_VALUE);

    onContext(it -> say(it, "b", "c"));

    assertThat(reader.awaitPieces(3).text()).isEqualTo("abc");
  }

  @Test
  void bearsAReaderWhoAsksWhileItHears() {
    int many = 50_000;
    List<Integer> depths = new ArrayList<>();
    CompletableFuture<Boolean> end = new CompletableFuture<>();

    answer(
            it -> {
              for (int i = 0; i < many; i++) {
                say(it, "x");
              }
              it.finished(FinishReason.STOP);
            })
        .subscribe(
            new OneByOne(end) {
              @Override
              public void onNext(ModelEvent piece) {
                depths.add(Thread.currentThread().getStackTrace().length);
                super.onNext(piece);
              }
            });

    assertThat(end).succeedsWithin(Stages.PATIENCE);
    assertThat(depths).hasSize(many + 1);
    assertThat(depths.stream().mapToInt(it -> it).max().orElseThrow()).isLessThan(100);
  }

  @Test
  void saysNoMoreToAReaderThatThrows() {
    CompletableFuture<Boolean> end = new CompletableFuture<>();
    List<ModelEvent> heard = new CopyOnWriteArrayList<>();
    answer(it -> {})
        .subscribe(
            new OneByOne(end) {
              @Override
              public void onNext(ModelEvent piece) {
                heard.add(piece);
                throw new IllegalStateException("a failing reader, on purpose");
              }
            });
    Context context = Stages.valueOf(outlet).context();
    CompletableFuture<Throwable> reported = new CompletableFuture<>();
    context.exceptionHandler(reported::complete);

    context.runOnContext(ignored -> say(outlet.join(), "a", "b"));

    assertThat(Stages.valueOf(reported)).isInstanceOf(IllegalStateException.class);
    assertThat(heard).containsExactly(new Said("a"));
    assertThat(told).containsExactly("start", "stop");
    assertThat(end).isNotDone();
  }

  @Test
  void speaksOnTheContextThatSubscribed() {
    ContextInternal context = ((ContextInternal) vertx.getOrCreateContext()).duplicate();
    CompletableFuture<@Nullable Context> heardOn = new CompletableFuture<>();
    context.runOnContext(
        ignored ->
            answer(it -> {})
                .subscribe(
                    new OneByOne(new CompletableFuture<>()) {
                      @Override
                      public void onNext(ModelEvent piece) {
                        heardOn.complete(Vertx.currentContext());
                      }
                    }));

    onContext(it -> say(it, "a"));

    assertThat(Stages.valueOf(heardOn)).isSameAs(context);
  }

  private static void say(Outlet outlet, String... texts) {
    for (String text : texts) {
      outlet.add(new Said(text));
    }
  }

  private static class OneByOne implements Flow.Subscriber<ModelEvent> {

    private final CompletableFuture<Boolean> end;
    private Flow.@Nullable Subscription subscription;

    OneByOne(CompletableFuture<Boolean> end) {
      this.end = end;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
      subscription = given;
      given.request(1);
    }

    @Override
    public void onNext(ModelEvent piece) {
      Objects.requireNonNull(subscription).request(1);
    }

    @Override
    public void onError(Throwable failure) {
      end.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
      end.complete(true);
    }
  }
}
