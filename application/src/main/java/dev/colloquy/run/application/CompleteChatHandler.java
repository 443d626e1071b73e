package dev.colloquy.run.application;

import dev.colloquy.model.domain.Model;
import dev.colloquy.model.domain.port.in.AskModel;
import dev.colloquy.model.domain.port.in.AskModel.Question;
import dev.colloquy.model.domain.port.in.ChooseModel;
import dev.colloquy.run.domain.Temperature;
import dev.colloquy.run.domain.port.in.CompleteChat;
import dev.colloquy.shared.domain.CommonException.ValidationError;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Asks models directly. */
public final class CompleteChatHandler implements CompleteChat {

  private final ChooseModel models;
  private final AskModel ask;

  public CompleteChatHandler(ChooseModel models, AskModel ask) {
    this.models = models;
    this.ask = ask;
  }

  @Override
  public CompletionStage<Completion> handle(Command command) {
    return CompletableFuture.completedStage(command)
        .thenAccept(asked -> RunAccess.demandRun(asked.actor()))
        .thenCompose(allowed -> models.handle(command.model()))
        .thenCompose(model -> asked(command, model));
  }

  private CompletionStage<Completion> asked(Command command, Model model) {
    if (command.turns().isEmpty()) {
      throw ValidationError.at("/messages", "must have at least one item");
    }
    int maxTokens = model.allowance(command.maxTokens());
    return ask.handle(
            new Question(
                model.id(),
                command.turns(),
                command.tools(),
                command.temperature().map(Temperature::value),
                maxTokens))
        .thenApply(events -> new Completion(model, events));
  }
}
