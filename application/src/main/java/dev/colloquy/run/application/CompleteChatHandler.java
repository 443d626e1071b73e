package dev.colloquy.run.application;

import dev.colloquy.model.domain.Model;
import dev.colloquy.model.domain.ModelEvent;
import dev.colloquy.model.domain.TokenUsage;
import dev.colloquy.model.domain.port.in.AskModel;
import dev.colloquy.model.domain.port.in.AskModel.Question;
import dev.colloquy.model.domain.port.in.ChooseModel;
import dev.colloquy.run.domain.ContextWindow;
import dev.colloquy.run.domain.Temperature;
import dev.colloquy.run.domain.port.in.CompleteChat;
import dev.colloquy.shared.domain.CommonException.ValidationError;
import dev.colloquy.usage.domain.CallId;
import dev.colloquy.usage.domain.Spender;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Asks models directly. */
public final class CompleteChatHandler implements CompleteChat {

  private final ChooseModel models;
  private final AskModel ask;
  private final ChatMeter meter;

  public CompleteChatHandler(ChooseModel models, AskModel ask, ChatMeter meter) {
    this.models = models;
    this.ask = ask;
    this.meter = meter;
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
    Question question =
        new Question(
            model.id(),
            command.turns(),
            command.tools(),
            command.temperature().map(Temperature::value),
            maxTokens);
    TokenUsage needed = ContextWindow.needed(question);
    return meter
        .reserve(spender(command), model, needed)
        .thenCompose(
            call -> answer(question, call).thenApply(it -> metered(model, it, needed, call)));
  }

  private static Spender spender(Command command) {
    return command
        .within()
        .map(workspace -> Spender.in(workspace, command.actor()))
        .orElseGet(() -> Spender.direct(command.actor()));
  }

  private CompletionStage<Flow.Publisher<ModelEvent>> answer(Question question, CallId call) {
    return ask.handle(question)
        .exceptionallyCompose(
            failure -> {
              meter.release(call);
              return CompletableFuture.failedFuture(failure);
            });
  }

  private Completion metered(
      Model model, Flow.Publisher<ModelEvent> events, TokenUsage needed, CallId call) {
    return new Completion(
        model, new MeteredAnswer(events, needed, taken -> meter.settle(call, model, taken)));
  }
}
