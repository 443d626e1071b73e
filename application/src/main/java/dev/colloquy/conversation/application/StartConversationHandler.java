package dev.colloquy.conversation.application;

import dev.colloquy.conversation.domain.Conversation;
import dev.colloquy.conversation.domain.MyConversation;
import dev.colloquy.conversation.domain.port.in.StartConversation;
import dev.colloquy.conversation.domain.port.out.ConversationReadModel;
import dev.colloquy.conversation.domain.port.out.Conversations;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.CommonException.ValidationError;
import dev.colloquy.shared.domain.CommonException.ValidationError.Violation;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.port.out.Ids;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import dev.colloquy.workspace.domain.port.in.BrowseWorkspaces;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;

/** Starts conversations. */
public final class StartConversationHandler implements StartConversation {

  private final UnitOfWork unitOfWork;
  private final BrowseWorkspaces workspaces;
  private final Conversations conversations;
  private final ConversationReadModel readModel;
  private final Ids ids;
  private final Clock clock;

  public StartConversationHandler(
      UnitOfWork unitOfWork,
      BrowseWorkspaces workspaces,
      Conversations conversations,
      ConversationReadModel readModel,
      Ids ids,
      Clock clock) {
    this.unitOfWork = unitOfWork;
    this.workspaces = workspaces;
    this.conversations = conversations;
    this.readModel = readModel;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public CompletionStage<MyConversation> handle(Command command) {
    return unitOfWork.inTransaction(
        () ->
            workspaces
                .get(command.actor(), command.workspace())
                .thenAccept(mine -> Contribution.demand(command.actor(), mine))
                .thenCompose(may -> readModel.membersAmong(command.workspace(), command.others()))
                .thenApply(members -> started(command, members))
                .thenCompose(conversations::add)
                .thenApply(MyConversation::fresh));
  }

  private Change<Conversation> started(Command command, Set<UserId> members) {
    List<Violation> strangers =
        IntStream.range(0, command.others().size())
            .filter(index -> !members.contains(command.others().get(index)))
            .mapToObj(index -> stranger(index))
            .toList();
    if (!strangers.isEmpty()) {
      throw new ValidationError(strangers);
    }
    return Conversation.start(
        command.actor(),
        new ConversationId(ids.next()),
        command.workspace(),
        command.draft(),
        participants(command),
        Optional.empty(),
        clock.instant());
  }

  private static Violation stranger(int index) {
    return new Violation("/participant_ids/" + index, "must be a member of the workspace");
  }

  private static List<UserId> participants(Command command) {
    List<UserId> all = new ArrayList<>(List.of(command.actor().user()));
    command.others().stream().filter(it -> !all.contains(it)).forEach(all::add);
    return all;
  }
}
