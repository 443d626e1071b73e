package dev.colloquy.run.domain;

import dev.colloquy.conversation.domain.Content;
import dev.colloquy.conversation.domain.MessageId;
import dev.colloquy.model.domain.ModelId;
import dev.colloquy.model.domain.TokenUsage;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.SomeActors;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.tool.domain.ToolName;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Runs for tests of the model. */
final class SomeRuns {

  static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  static final Instant LATER = NOON.plusSeconds(60);
  static final Actor.Person ADA = SomeActors.person();
  static final MessageId ANSWER = new MessageId(UUID.randomUUID());
  static final Spent SOME = new Spent(new TokenUsage(5, 7), new BigDecimal("0.001200"), List.of(1));

  private SomeRuns() {}

  static RunOrder order() {
    return new RunOrder(
        new MessageId(UUID.randomUUID()),
        Optional.of(new Content("Be brief.")),
        new ModelId(UUID.randomUUID()),
        List.of(),
        Importance.HIGH,
        Optional.of(new Temperature(0.5)),
        Optional.of(100),
        List.of(new ToolName("oven")));
  }

  static Run queued() {
    return Run.queue(
            ADA,
            new RunId(UUID.randomUUID()),
            new ConversationId(UUID.randomUUID()),
            new WorkspaceId(UUID.randomUUID()),
            order(),
            Optional.empty(),
            NOON)
        .now();
  }

  static Run running() {
    return queued().takenUp(LATER).now();
  }

  static Run ended(Ending how) {
    return running().end(how, Optional.of(ANSWER), SOME, LATER).now();
  }
}
