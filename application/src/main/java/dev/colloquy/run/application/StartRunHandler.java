package dev.colloquy.run.application;

import dev.colloquy.conversation.domain.Content;
import dev.colloquy.conversation.domain.Conversation;
import dev.colloquy.conversation.domain.Message;
import dev.colloquy.model.domain.Model;
import dev.colloquy.run.domain.Complexity;
import dev.colloquy.run.domain.Need;
import dev.colloquy.run.domain.Run;
import dev.colloquy.run.domain.RunId;
import dev.colloquy.run.domain.RunOrder;
import dev.colloquy.run.domain.port.in.StartRun;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.port.out.Ids;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Starts runs. */
public final class StartRunHandler implements StartRun {

  private final UnitOfWork unitOfWork;
  private final RunAccess access;
  private final RunRoom room;
  private final RunQuestion question;
  private final RunLineup lineup;
  private final RunTools tools;
  private final RunLaunch launch;
  private final Ids ids;
  private final Clock clock;

  public StartRunHandler(
      UnitOfWork unitOfWork,
      RunAccess access,
      RunRoom room,
      RunQuestion question,
      RunLineup lineup,
      RunTools tools,
      RunLaunch launch,
      Ids ids,
      Clock clock) {
    this.unitOfWork = unitOfWork;
    this.access = access;
    this.room = room;
    this.question = question;
    this.lineup = lineup;
    this.tools = tools;
    this.launch = launch;
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
        .thenCompose(
            isNext ->
                question
                    .of(
                        command.actor(),
                        command.conversation(),
                        command.input(),
                        command.enclosure())
                    .thenCompose(asked -> fresh(command, conversation, asked, isNext)))
        .thenCompose(fresh -> launch.handle(command.actor(), fresh));
  }

  private CompletionStage<RunLaunch.Fresh> fresh(
      Command command, Conversation conversation, Message asked, boolean isNext) {
    RunId id = new RunId(ids.next());
    return lineup
        .of(command.model(), need(command, asked, id))
        .thenCompose(
            models ->
                tools
                    .offerable(command.actor(), command.tools(), models.getFirst())
                    .thenApply(first -> order(command, asked, models))
                    .thenApply(order -> queued(command, id, conversation, order))
                    .thenApply(queued -> new RunLaunch.Fresh(queued, asked, models, isNext)));
  }

  private static Need need(Command command, Message asked, RunId id) {
    return new Need(
        command.importance(),
        Complexity.of(asked.content().map(Content::value).orElse("")),
        !command.tools().isEmpty(),
        id.value());
  }

  private static RunOrder order(Command command, Message asked, List<Model> models) {
    Model first = models.getFirst();
    first.allowance(command.maxTokens());
    return new RunOrder(
        asked.id(),
        command.system(),
        first.id(),
        models.stream().skip(1).map(Model::id).toList(),
        command.importance(),
        command.temperature(),
        command.maxTokens(),
        command.tools());
  }

  private Change<Run> queued(Command command, RunId id, Conversation conversation, RunOrder order) {
    return Run.queue(
        command.actor(),
        id,
        conversation.id(),
        conversation.home().workspace(),
        order,
        Optional.empty(),
        clock.instant());
  }
}
