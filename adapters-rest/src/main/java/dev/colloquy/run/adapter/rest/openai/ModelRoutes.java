package dev.colloquy.run.adapter.rest.openai;

import dev.colloquy.model.domain.Model;
import dev.colloquy.model.domain.port.in.BrowseModels;
import dev.colloquy.shared.adapter.rest.request.Identities;
import dev.colloquy.shared.domain.CommonException.ValidationError;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** {@code GET /v1/models} and {@code GET /v1/models/{id}}. */
@ApplicationScoped
class ModelRoutes {

  private final OpenAiExchange exchanges;
  private final BrowseModels models;

  ModelRoutes(OpenAiExchange exchanges, BrowseModels models) {
    this.exchanges = exchanges;
    this.models = models;
  }

  /** The protocol's list, which has no pages. */
  record ListedModels(String object, List<ListedModel> data) {}

  void register(@Observes Router router) {
    exchanges.get(router, "/v1/models", this::list);
    // a name may have slashes in it
    exchanges.get(router, "/v1/models/*", this::one);
  }

  private CompletionStage<ListedModels> list(RoutingContext exchange) {
    return all(exchange).thenApply(listed -> new ListedModels("list", listed));
  }

  private CompletionStage<ListedModel> one(RoutingContext exchange) {
    String id = exchange.pathParam("*");
    return all(exchange)
        .thenApply(
            listed ->
                listed.stream()
                    .filter(it -> it.id().equals(id))
                    .findFirst()
                    .orElseThrow(ModelRoutes::unknown));
  }

  /** As where a model is asked that is not there: clients know it by its code. */
  private static ValidationError unknown() {
    return ValidationError.at("/model", "must be the id or the name of an enabled model");
  }

  private CompletionStage<List<ListedModel>> all(RoutingContext exchange) {
    return models.list(Identities.demanded(exchange)).thenApply(ModelRoutes::listed);
  }

  private static List<ListedModel> listed(List<Model> models) {
    return models.stream().map(it -> ListedModel.of(it, models)).toList();
  }
}
