package dev.colloquy.run.adapter.rest;

import dev.colloquy.shared.adapter.rest.problem.Problems;
import dev.colloquy.shared.domain.DomainException;
import dev.colloquy.shared.domain.Rendered;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** What plain routes about runs have in common. */
@ApplicationScoped
class RunExchange {

  static final int BEFORE_REST = 10;

  private final Problems problems;

  RunExchange(Problems problems) {
    this.problems = problems;
  }

  /** Answers, or says why not. */
  void refusing(RoutingContext exchange, Function<RoutingContext, CompletionStage<Void>> answer) {
    try {
      answer.apply(exchange).exceptionallyCompose(failure -> problems.answer(exchange, failure));
    } catch (DomainException refusal) {
      problems.answer(exchange, refusal);
    }
  }

  static String id(RoutingContext exchange) {
    return Objects.requireNonNullElse(exchange.pathParam("id"), "");
  }

  /** The answer that REST would give. */
  static void give(RoutingContext exchange, Rendered answer) {
    HttpServerResponse response = exchange.response().setStatusCode(answer.status());
    answer.headers().forEach(response::putHeader);
    if (answer.replayed()) {
      response.putHeader("Idempotency-Replayed", "true");
    }
    response.putHeader("Content-Type", "application/json").end(answer.body());
  }
}
