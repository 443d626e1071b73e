package dev.colloquy.run.adapter.rest.openai;

import dev.colloquy.model.domain.ModelEvent;
import dev.colloquy.shared.adapter.rest.body.PlainBody;
import dev.colloquy.shared.adapter.rest.problem.Problems;
import dev.colloquy.shared.adapter.rest.stream.EventStream;
import dev.colloquy.shared.domain.DomainException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** What the routes of this protocol have in common: plain ones before REST, for they may stream. */
@ApplicationScoped
class OpenAiExchange {

  private static final int BEFORE_REST = 10;

  private final Problems problems;
  private final Wire wire;

  OpenAiExchange(Problems problems, Wire wire) {
    this.problems = problems;
    this.wire = wire;
  }

  void get(Router router, String path, Function<RoutingContext, CompletionStage<?>> answer) {
    router
        .get(path)
        .order(BEFORE_REST)
        .handler(
            exchange ->
                refusing(
                    exchange,
                    () -> answer.apply(exchange).thenAccept(form -> end(exchange, form))));
  }

  void post(Router router, String path, Function<RoutingContext, CompletionStage<Void>> answer) {
    router
        .post(path)
        .order(BEFORE_REST)
        .handler(PlainBody.reader())
        .handler(exchange -> refusing(exchange, () -> answer.apply(exchange)));
  }

  /** Shows an answer as it comes. */
  void stream(RoutingContext exchange, OpenAiAnswer answer, AnswerFrames frames) {
    name(exchange, answer);
    EventStream<ModelEvent> stream =
        new EventStream<>(
            exchange.request(),
            frames::of,
            failure -> problems.answer(exchange, failure),
            failure -> frames.broken(Failures.told(failure)));
    answer.give().accept(new AnswerStream(stream));
  }

  /** Shows an answer once it is whole. */
  void whole(RoutingContext exchange, OpenAiAnswer answer, Function<WholeAnswer, Object> form) {
    AnswerCollector collector = new AnswerCollector();
    exchange.response().closeHandler(gone -> collector.cancel());
    collector
        .whole()
        .thenAccept(
            whole -> {
              name(exchange, answer);
              end(exchange, form.apply(whole));
            })
        .exceptionallyCompose(failure -> problems.answer(exchange, Failures.of(failure)));
    answer.give().accept(collector);
  }

  private static void name(RoutingContext exchange, OpenAiAnswer answer) {
    answer
        .conversation()
        .ifPresent(it -> exchange.response().putHeader(Place.CONVERSATION.header(), it.toString()));
    if (answer.replayed()) {
      exchange.response().putHeader("Idempotency-Replayed", "true");
    }
  }

  private void end(RoutingContext exchange, Object form) {
    if (!exchange.response().closed()) {
      exchange.response().putHeader("Content-Type", "application/json").end(wire.text(form));
    }
  }

  private void refusing(RoutingContext exchange, Deed deed) {
    try {
      deed.begin().exceptionallyCompose(failure -> problems.answer(exchange, Failures.of(failure)));
    } catch (DomainException refusal) {
      problems.answer(exchange, refusal);
    }
  }

  private interface Deed {

    CompletionStage<Void> begin();
  }
}
