package dev.colloquy.run.application;

import dev.colloquy.conversation.domain.Content;
import dev.colloquy.conversation.domain.Message;
import dev.colloquy.conversation.domain.MessageRole;
import dev.colloquy.conversation.domain.MessageWindow;
import dev.colloquy.conversation.domain.Sender;
import dev.colloquy.conversation.domain.port.in.BrowseMessages;
import dev.colloquy.conversation.domain.port.in.RecordMessage;
import dev.colloquy.run.domain.Run;
import dev.colloquy.run.domain.RunException.QuestionDeleted;
import dev.colloquy.run.domain.port.in.StartRun;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.CommonException.ValidationError;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.InTurn;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The message that a run answers. */
public final class RunQuestion {

  private final RecordMessage record;
  private final BrowseMessages messages;

  public RunQuestion(RecordMessage record, BrowseMessages messages) {
    this.record = record;
    this.messages = messages;
  }

  /**
   * The last of the input, posted in the unit of work under way; without any what was said last.
   */
  CompletionStage<Message> of(
      Actor.OfUser actor,
      ConversationId conversation,
      List<Content> input,
      StartRun.Enclosure enclosure) {
    if (input.isEmpty()) {
      return last(actor, conversation);
    }
    return InTurn.each(
            input.subList(0, input.size() - 1),
            content ->
                record.handle(said(actor, conversation, content, StartRun.Enclosure.NOTHING)))
        .thenCompose(
            before -> record.handle(said(actor, conversation, input.getLast(), enclosure)));
  }

  /** What a run answers. Fails with {@link QuestionDeleted} where it was taken back. */
  CompletionStage<Message> stillThere(Actor.OfUser actor, Run run) {
    return messages
        .get(actor, run.conversation(), run.order().question())
        .thenApply(RunQuestion::there);
  }

  static Message there(Message question) {
    if (question.isDeleted()) {
      throw new QuestionDeleted();
    }
    return question;
  }

  private CompletionStage<Message> last(Actor.OfUser actor, ConversationId conversation) {
    return messages
        .list(actor, conversation, new MessageWindow.Newest(), 1)
        .thenApply(
            page ->
                page.items().stream()
                    .filter(it -> !it.isDeleted())
                    .findFirst()
                    .orElseThrow(
                        () ->
                            ValidationError.at(
                                "/input", "is required where there is nothing to answer")));
  }

  private static RecordMessage.Command said(
      Actor.OfUser actor,
      ConversationId conversation,
      Content content,
      StartRun.Enclosure enclosure) {
    return new RecordMessage.Command(
        actor,
        conversation,
        Sender.user(actor.user()),
        MessageRole.USER,
        content,
        enclosure.parent(),
        Optional.empty(),
        Optional.empty(),
        enclosure.metadata());
  }
}
