package dev.colloquy.conversation.application;

import dev.colloquy.conversation.domain.ConversationRight;
import dev.colloquy.conversation.domain.MessageId;
import dev.colloquy.conversation.domain.MessageRole;
import dev.colloquy.conversation.domain.Posted;
import dev.colloquy.conversation.domain.Posting;
import dev.colloquy.conversation.domain.Sender;
import dev.colloquy.conversation.domain.Standing;
import dev.colloquy.conversation.domain.port.in.PostMessage;
import dev.colloquy.conversation.domain.port.out.MessageLog;
import dev.colloquy.shared.domain.DomainException;
import dev.colloquy.shared.domain.Times;
import dev.colloquy.shared.domain.port.out.Ids;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Posts what people say. */
public final class PostMessageHandler implements PostMessage {

  private final MessageLog log;
  private final Ids ids;
  private final Clock clock;

  /** Takes a log whose appends commit by themselves. */
  public PostMessageHandler(MessageLog log, Ids ids, Clock clock) {
    this.log = log;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public CompletionStage<Posted> handle(Command command) {
    try {
      return log.append(posting(command)).thenApply(Outcomes::told);
    } catch (DomainException refusal) {
      return CompletableFuture.failedFuture(refusal);
    }
  }

  private Posting posting(Command command) {
    Standing.demandScope(command.actor(), ConversationRight.WRITE);
    command.role().demandPersons();
    return new Posting(
        command.actor(),
        new MessageId(ids.next()),
        command.conversation(),
        Sender.user(command.actor().user()),
        MessageRole.USER,
        command.content(),
        command.parent(),
        Optional.empty(),
        Optional.empty(),
        command.metadata(),
        Times.toMicros(clock.instant()),
        command.key());
  }
}
