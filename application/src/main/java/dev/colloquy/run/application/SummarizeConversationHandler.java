package dev.colloquy.run.application;

import dev.colloquy.conversation.domain.Conversation;
import dev.colloquy.conversation.domain.Message;
import dev.colloquy.conversation.domain.MessageWindow;
import dev.colloquy.conversation.domain.port.in.BrowseConversations;
import dev.colloquy.conversation.domain.port.in.BrowseMessages;
import dev.colloquy.model.domain.Model;
import dev.colloquy.model.domain.Turn;
import dev.colloquy.run.domain.Complexity;
import dev.colloquy.run.domain.ContextWindow;
import dev.colloquy.run.domain.Importance;
import dev.colloquy.run.domain.Need;
import dev.colloquy.run.domain.Summary;
import dev.colloquy.run.domain.SummaryText;
import dev.colloquy.run.domain.port.in.CompleteChat;
import dev.colloquy.run.domain.port.in.SummarizeConversation;
import dev.colloquy.run.domain.port.out.Summaries;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.CommonException.NotFound;
import dev.colloquy.shared.domain.CommonException.ValidationError;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** Lets a model sum up what was said. */
public final class SummarizeConversationHandler implements SummarizeConversation {

  private static final int ANSWER_TOKENS = 1_024;

  private static final Turn TASK =
      new Turn.Instructed(
          """
          You sum up conversations for those who go on with them. Keep names, numbers and reasons; \
          add nothing that was not said.""");

  private static final Turn WISH =
      new Turn.Asked(
          """
          Sum up all of the above under these four headings, each on a line of its own:
          NARRATIVE
          (a few sentences)
          KEY POINTS
          (a list, a line each)
          DECISIONS
          (a list, a line each)
          OPEN QUESTIONS
          (a list, a line each)""");

  private final UnitOfWork unitOfWork;
  private final RunAccess access;
  private final BrowseConversations conversations;
  private final BrowseMessages messages;
  private final RunLineup lineup;
  private final CompleteChat chat;
  private final Summaries summaries;
  private final Clock clock;

  public SummarizeConversationHandler(
      UnitOfWork unitOfWork,
      RunAccess access,
      BrowseConversations conversations,
      BrowseMessages messages,
      RunLineup lineup,
      CompleteChat chat,
      Summaries summaries,
      Clock clock) {
    this.unitOfWork = unitOfWork;
    this.access = access;
    this.conversations = conversations;
    this.messages = messages;
    this.lineup = lineup;
    this.chat = chat;
    this.summaries = summaries;
    this.clock = clock;
  }

  /**
   * What there is to sum up.
   *
   * @param since what was said since the summary before
   */
  private record Material(
      Actor.OfUser actor,
      Conversation conversation,
      Optional<Summary> before,
      List<Message> since) {}

  @Override
  public CompletionStage<Summary> handle(Actor.OfUser actor, ConversationId id) {
    return access
        .toStart(actor, id)
        .thenCompose(
            conversation ->
                summaries.find(id).thenCompose(before -> material(actor, conversation, before)))
        .thenCompose(this::summary);
  }

  @Override
  public CompletionStage<Summary> last(Actor.OfUser actor, ConversationId id) {
    return conversations
        .readable(actor, id)
        .thenCompose(readable -> summaries.find(id))
        .thenApply(found -> found.orElseThrow(() -> new NotFound("summary")));
  }

  private CompletionStage<Material> material(
      Actor.OfUser actor, Conversation conversation, Optional<Summary> before) {
    return messages
        .list(actor, conversation.id(), new MessageWindow.Newest(), PageRequest.MAX_LIMIT)
        .thenApply(page -> RunPrompt.since(before, page.items()))
        .thenApply(since -> new Material(actor, conversation, before, since));
  }

  /** The one there is, where nothing was said since. */
  private CompletionStage<Summary> summary(Material material) {
    if (material.since().isEmpty()) {
      return CompletableFuture.completedFuture(
          material
              .before()
              .orElseThrow(() -> ValidationError.at("", "has no message that could be summed up")));
    }
    Need need =
        new Need(Importance.LOW, Complexity.SIMPLE, false, material.conversation().id().value());
    return lineup
        .of(Optional.empty(), need)
        .thenCompose(models -> written(material, models.getFirst()));
  }

  private CompletionStage<Summary> written(Material material, Model model) {
    int answer = Math.min(ANSWER_TOKENS, model.maxTokens());
    return chat.handle(question(material, model, answer))
        .thenCompose(completion -> WholeAnswer.of(completion.events()))
        .thenApply(text -> summary(material, model, text))
        .thenCompose(
            summary ->
                unitOfWork.inTransaction(() -> summaries.save(summary.written(material.actor()))));
  }

  private static CompleteChat.Command question(Material material, Model model, int answer) {
    List<Turn> always =
        Stream.concat(Stream.of(TASK), material.before().map(Summary::turn).stream()).toList();
    List<Turn> turns = material.since().stream().flatMap(RunPrompt::turn).toList();
    return new CompleteChat.Command(
        material.actor(),
        Optional.of(material.conversation().home().workspace()),
        Optional.of(model.id().toString()),
        new ContextWindow(model.contextWindow() - answer).last(always, turns, List.of(WISH)),
        List.of(),
        Optional.empty(),
        Optional.of(answer));
  }

  private Summary summary(Material material, Model model, String text) {
    return new Summary(
        material.conversation().id(),
        material.conversation().home().workspace(),
        material.since().getLast().seq(),
        SummaryText.of(text),
        model.id(),
        clock.instant());
  }
}
