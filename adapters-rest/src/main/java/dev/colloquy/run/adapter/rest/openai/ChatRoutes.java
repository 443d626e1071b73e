package dev.colloquy.run.adapter.rest.openai;

import dev.colloquy.shared.adapter.rest.body.PlainBody;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.CompletionStage;

/** {@code POST /v1/chat/completions}. */
@ApplicationScoped
class ChatRoutes {

  private final OpenAiExchange exchanges;
  private final OpenAiAnswers answers;
  private final Wire wire;

  ChatRoutes(OpenAiExchange exchanges, OpenAiAnswers answers, Wire wire) {
    this.exchanges = exchanges;
    this.answers = answers;
    this.wire = wire;
  }

  void register(@Observes Router router) {
    exchanges.post(router, "/v1/chat/completions", this::complete);
  }

  private CompletionStage<Void> complete(RoutingContext exchange) {
    ChatRequest request = PlainBody.bind(exchange, ChatRequest::from);
    return answers.to(exchange, request).thenAccept(answer -> give(exchange, request, answer));
  }

  private void give(RoutingContext exchange, ChatRequest request, OpenAiAnswer answer) {
    if (request.stream()) {
      exchanges.stream(
          exchange, answer, new ChatFrames(answer.head(), request.usageWanted(), wire));
    } else {
      exchanges.whole(exchange, answer, it -> ChatCompletion.of(answer.head(), it));
    }
  }
}
