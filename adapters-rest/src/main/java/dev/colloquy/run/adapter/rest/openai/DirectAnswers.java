package dev.colloquy.run.adapter.rest.openai;

import dev.colloquy.run.domain.port.in.CompleteChat;
import dev.colloquy.shared.adapter.rest.request.Arrival;
import dev.colloquy.shared.adapter.rest.stream.StreamExecutor;
import dev.colloquy.shared.domain.port.out.Ids;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Answers that nobody keeps. */
@ApplicationScoped
class DirectAnswers {

  private final CompleteChat complete;
  private final Ids ids;

  DirectAnswers(CompleteChat complete, Ids ids) {
    this.complete = complete;
    this.ids = ids;
  }

  CompletionStage<OpenAiAnswer> to(RoutingContext exchange, CompleteChat.Command command) {
    StreamExecutor executor = StreamExecutor.of(exchange);
    return complete
        .handle(command)
        .thenApply(
            completion ->
                new OpenAiAnswer(
                    new AnswerHead(
                        ids.next(), Arrival.of(exchange).at(), completion.model().name()),
                    Optional.empty(),
                    false,
                    reader -> executor.execute(() -> completion.events().subscribe(reader))));
  }
}
