package dev.colloquy.run.application;

import dev.colloquy.conversation.domain.Conversation;
import dev.colloquy.model.domain.Model;
import dev.colloquy.model.domain.port.in.ChooseModel;
import dev.colloquy.run.domain.Run;
import dev.colloquy.run.domain.RunId;
import dev.colloquy.run.domain.RunOrder;
import dev.colloquy.run.domain.port.in.StartRun;
import dev.colloquy.run.domain.port.out.Runs;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.port.out.Ids;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Starts runs. */
public final class StartRunHandler implements StartRun {

  private final UnitOfWork unitOfWork;
  private final RunAccess access;
  private final RunRoom room;
  private final RunQuestion question;
  private final ChooseModel models;
  private final RunTools tools;
  private final Runs runs;
  private final RunBudget budget;
  private final Ids ids;
  private final Clock clock;

  public StartRunHandler(
      UnitOfWork unitOfWork,
      RunAccess access,
      RunRoom room,
      RunQuestion question,
      ChooseModel models,
      RunTools tools,
      Runs runs,
      RunBudget budget,
      Ids ids,
      Clock clock) {
    this.unitOfWork = unitOfWork;
    this.access = access;
    this.room = room;
    this.question = question;
    this.models = models;
    this.tools = tools;
    this.runs = runs;
    this.budget = budget;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public CompletionStage<Run> handle(Command command) {
    return unitOfWork.inTransaction(
        () ->
            access
                .toStart(command.actor(), command.conversation())
                .thenCompose(conversation -> started(command, conversation)));
  }

  private CompletionStage<Run> started(Command command, Conversation conversation) {
    return room.make(command.actor(), conversation.id(), command.onConflict())
        .thenCompose(free -> models.handle(command.model()))
        .thenCompose(model -> tools.offerable(command.actor(), command.tools(), model))
        .thenCompose(model -> order(command, model))
        .thenApply(order -> queued(command, conversation, order))
        .thenCompose(runs::add)
        .thenCompose(run -> budget.reserve(command.actor(), run));
  }

  private CompletionStage<RunOrder> order(Command command, Model model) {
    model.allowance(command.maxTokens());
    return question
        .of(command.actor(), command.conversation(), command.input(), command.enclosure())
        .thenApply(
            message ->
                new RunOrder(
                    message.id(),
                    command.system(),
                    model.id(),
                    command.importance(),
                    command.temperature(),
                    command.maxTokens(),
                    command.tools()));
  }

  private Change<Run> queued(Command command, Conversation conversation, RunOrder order) {
    return Run.queue(
        command.actor(),
        new RunId(ids.next()),
        conversation.id(),
        conversation.home().workspace(),
        order,
        Optional.empty(),
        clock.instant());
  }
}
