package dev.colloquy.conversation.adapter.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.conversation.domain.port.in.BrowseConversations;
import dev.colloquy.conversation.domain.port.in.BrowseMessages;
import dev.colloquy.shared.adapter.rest.problem.EdgeRefusal;
import dev.colloquy.shared.adapter.rest.problem.EdgeRefused;
import dev.colloquy.shared.adapter.rest.problem.Problems;
import dev.colloquy.shared.adapter.rest.request.Identities;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.CommonException.MalformedRequest;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.DomainException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Objects;
import java.util.Optional;

/** A whole conversation as one document; a plain route, for it writes as fast as it is read. */
@ApplicationScoped
class ExportRoute {

  private static final String PATH = "/api/v1/conversations/:id/export";
  private static final int BEFORE_REST = 10;

  private final BrowseConversations conversations;
  private final BrowseMessages messages;
  private final Problems problems;
  private final ObjectMapper json;

  ExportRoute(
      BrowseConversations conversations,
      BrowseMessages messages,
      Problems problems,
      ObjectMapper json) {
    this.conversations = conversations;
    this.messages = messages;
    this.problems = problems;
    this.json = json;
  }

  void register(@Observes Router router) {
    router.get(PATH).order(BEFORE_REST).handler(this::answer);
    router.route(PATH).order(BEFORE_REST + 1).handler(this::refuseMethod);
  }

  private void answer(RoutingContext exchange) {
    try {
      export(exchange);
    } catch (DomainException refusal) {
      problems.answer(exchange, refusal);
    }
  }

  private void export(RoutingContext exchange) {
    // who has not said who he is was refused before
    Actor.OfUser actor = Identities.demanded(exchange);
    ConversationId id =
        ConversationAnswers.id(Objects.requireNonNullElse(exchange.pathParam("id"), ""));
    ExportFormat format = format(exchange);
    conversations
        .get(actor, id)
        .thenAccept(
            mine ->
                new Export(
                        messages,
                        actor,
                        mine,
                        format,
                        exchange.response(),
                        failure -> problems.answer(exchange, failure))
                    .begin())
        .exceptionallyCompose(failure -> problems.answer(exchange, failure));
  }

  private ExportFormat format(RoutingContext exchange) {
    String name = Optional.ofNullable(exchange.queryParams().get("format")).orElse("json");
    return switch (name) {
      case "json", "" -> new JsonExport(json);
      case "markdown" -> new MarkdownExport();
      default ->
          throw new MalformedRequest(
              "The query parameter \"format\" must be one of json, markdown.");
    };
  }

  private void refuseMethod(RoutingContext exchange) {
    exchange.response().putHeader("Allow", "GET");
    problems.answer(exchange, new EdgeRefused(EdgeRefusal.METHOD_NOT_ALLOWED));
  }
}
