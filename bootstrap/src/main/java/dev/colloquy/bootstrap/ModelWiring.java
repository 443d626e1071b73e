package dev.colloquy.bootstrap;

import dev.colloquy.model.adapter.llm.VertxLanguageModel;
import dev.colloquy.model.adapter.persistence.PgModels;
import dev.colloquy.model.application.AskModelHandler;
import dev.colloquy.model.application.BrowseModelsHandler;
import dev.colloquy.model.application.ChooseModelHandler;
import dev.colloquy.model.domain.port.in.AskModel;
import dev.colloquy.model.domain.port.in.BrowseModels;
import dev.colloquy.model.domain.port.in.ChooseModel;
import dev.colloquy.model.domain.port.out.LanguageModel;
import dev.colloquy.model.domain.port.out.Models;
import dev.colloquy.shared.adapter.persistence.Sql;
import dev.colloquy.shared.domain.AddressRules;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The model context, put together. */
@Singleton
final class ModelWiring {

  /** How long a model may say nothing at all. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Produces
  @Singleton
  Models models(Sql sql) {
    return new PgModels(sql);
  }

  @Produces
  @Singleton
  AddressRules addressRules(
      @ConfigProperty(name = "colloquy.allowed-hosts") Optional<List<String>> allowed) {
    return AddressRules.allowing(allowed.orElse(List.of()));
  }

  @Produces
  @Singleton
  LanguageModel languageModel(Vertx vertx, AddressRules rules) {
    return new VertxLanguageModel(vertx, rules);
  }

  @Produces
  @Singleton
  BrowseModels browseModels(Models models) {
    return new BrowseModelsHandler(models);
  }

  @Produces
  @Singleton
  ChooseModel chooseModel(Models models) {
    return new ChooseModelHandler(models);
  }

  @Produces
  @Singleton
  AskModel askModel(ChooseModel choose, Models models, LanguageModel language) {
    return new AskModelHandler(choose, models, language, PATIENCE);
  }
}
