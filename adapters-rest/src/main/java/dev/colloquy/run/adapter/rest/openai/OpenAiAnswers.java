package dev.colloquy.run.adapter.rest.openai;

import dev.colloquy.run.domain.port.in.CompleteChat;
import dev.colloquy.shared.adapter.rest.request.Identities;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Has a question answered: kept where its headers say so, else for its client alone. */
@ApplicationScoped
class OpenAiAnswers {

  private final DirectAnswers direct;
  private final KeptAnswers kept;

  OpenAiAnswers(DirectAnswers direct, KeptAnswers kept) {
    this.direct = direct;
    this.kept = kept;
  }

  CompletionStage<OpenAiAnswer> to(RoutingContext exchange, ChatRequest request) {
    return KeptAnswers.areWanted(exchange)
        ? kept.to(exchange, request)
        : direct.to(exchange, command(exchange, request));
  }

  private static CompleteChat.Command command(RoutingContext exchange, ChatRequest request) {
    return new CompleteChat.Command(
        Identities.demanded(exchange),
        Optional.empty(),
        Optional.of(request.model()),
        request.messages().stream().map(ChatMessage::turn).toList(),
        request.tools(),
        request.temperature(),
        request.maxTokens());
  }
}
