package dev.colloquy.run.adapter.rest.openai;

import dev.colloquy.model.domain.ToolRequest;
import dev.colloquy.shared.adapter.rest.body.PlainBody;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** {@code POST /v1/responses}. */
@ApplicationScoped
class ResponseRoutes {

  private final OpenAiExchange exchanges;
  private final OpenAiAnswers answers;
  private final Wire wire;

  ResponseRoutes(OpenAiExchange exchanges, OpenAiAnswers answers, Wire wire) {
    this.exchanges = exchanges;
    this.answers = answers;
    this.wire = wire;
  }

  void register(@Observes Router router) {
    exchanges.post(router, "/v1/responses", this::respond);
  }

  private CompletionStage<Void> respond(RoutingContext exchange) {
    ResponseRequest request = PlainBody.bind(exchange, ResponseRequest::from);
    return answers
        .to(exchange, request.asChat())
        .thenAccept(answer -> give(exchange, request, answer));
  }

  private void give(RoutingContext exchange, ResponseRequest request, OpenAiAnswer answer) {
    AnswerHead head = answer.head();
    if (request.stream()) {
      exchanges.stream(exchange, answer, new ResponseFrames(head, request.tools(), wire));
    } else {
      exchanges.whole(exchange, answer, it -> whole(head, request, it));
    }
  }

  private static ResponseForm whole(AnswerHead head, ResponseRequest request, WholeAnswer answer) {
    List<OutputItem> output = new ArrayList<>();
    if (!answer.text().isEmpty()) {
      output.add(OutputItem.said("item_" + head.id() + "_0", answer.text()));
    }
    for (ToolRequest tool : answer.tools()) {
      output.add(OutputItem.wanted("item_" + head.id() + "_" + output.size(), tool));
    }
    return ResponseForm.ended(head, request.tools(), answer.reason(), output, answer.usage());
  }
}
