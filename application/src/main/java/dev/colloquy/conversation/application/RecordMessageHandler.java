package dev.colloquy.conversation.application;

import dev.colloquy.conversation.domain.ConversationRight;
import dev.colloquy.conversation.domain.Message;
import dev.colloquy.conversation.domain.MessageId;
import dev.colloquy.conversation.domain.Posted;
import dev.colloquy.conversation.domain.Posting;
import dev.colloquy.conversation.domain.Standing;
import dev.colloquy.conversation.domain.port.in.RecordMessage;
import dev.colloquy.conversation.domain.port.out.MessageLog;
import dev.colloquy.shared.domain.DomainException;
import dev.colloquy.shared.domain.Times;
import dev.colloquy.shared.domain.port.out.Ids;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Records what is said as part of something larger. */
public final class RecordMessageHandler implements RecordMessage {

  private final MessageLog log;
  private final Ids ids;
  private final Clock clock;

  /** Takes a log whose appends belong to the unit of work under way. */
  public RecordMessageHandler(MessageLog log, Ids ids, Clock clock) {
    this.log = log;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public CompletionStage<Message> handle(Command command) {
    try {
      return log.append(posting(command)).thenApply(Outcomes::told).thenApply(Posted::message);
    } catch (DomainException refusal) {
      return CompletableFuture.failedFuture(refusal);
    }
  }

  private Posting posting(Command command) {
    Standing.demandScope(command.actor(), ConversationRight.WRITE);
    return new Posting(
        command.actor(),
        new MessageId(ids.next()),
        command.conversation(),
        command.sender(),
        command.role(),
        command.content(),
        command.parent(),
        command.run(),
        command.tokenCount(),
        command.metadata(),
        Times.toMicros(clock.instant()),
        Optional.empty());
  }
}
