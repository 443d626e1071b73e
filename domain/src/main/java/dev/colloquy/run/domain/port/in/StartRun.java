package dev.colloquy.run.domain.port.in;

import dev.colloquy.conversation.domain.Content;
import dev.colloquy.conversation.domain.MessageId;
import dev.colloquy.run.domain.Importance;
import dev.colloquy.run.domain.OnConflict;
import dev.colloquy.run.domain.Run;
import dev.colloquy.run.domain.Temperature;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.Metadata;
import dev.colloquy.tool.domain.ToolName;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Asks a model for an answer. */
public interface StartRun {

  /**
   * The run as it was asked for; a node may have begun with it already, and it does not need who
   * asked any more. Fails with {@code NotFound}, {@code AccessDenied}, {@code Archived}, {@code
   * RunInProgress}, {@code RunQueueFull}, {@code NoModel}, {@code QuotaExceeded}, and with {@code
   * ValidationError} at {@code /model} for one that is not there, at {@code /max_tokens} for more
   * than the model says, at {@code /tools} for one that is not there or a model that takes none, at
   * {@code /input} where nothing was said yet, and at {@code /parent_id} for one that is not in the
   * conversation.
   */
  CompletionStage<Run> handle(Command command);

  /**
   * What is asked for.
   *
   * @param input posted as the actor's messages, the last of which is answered; without any it is
   *     the conversation's last message
   * @param system what the model is told beforehand, for this once
   * @param model an id or a name; the first by priority where empty
   * @param tools what the model may ask for
   * @param enclosure what the last of the input has beside its text
   */
  record Command(
      Actor.OfUser actor,
      ConversationId conversation,
      List<Content> input,
      Optional<Content> system,
      Optional<String> model,
      Importance importance,
      Optional<Temperature> temperature,
      Optional<Integer> maxTokens,
      OnConflict onConflict,
      List<ToolName> tools,
      Enclosure enclosure) {

    public Command {
      input = List.copyOf(input);
      tools = List.copyOf(tools);
    }

    /** Input that is text and nothing else. */
    public Command(
        Actor.OfUser actor,
        ConversationId conversation,
        List<Content> input,
        Optional<Content> system,
        Optional<String> model,
        Importance importance,
        Optional<Temperature> temperature,
        Optional<Integer> maxTokens,
        OnConflict onConflict,
        List<ToolName> tools) {
      this(
          actor,
          conversation,
          input,
          system,
          model,
          importance,
          temperature,
          maxTokens,
          onConflict,
          tools,
          Enclosure.NOTHING);
    }
  }

  /**
   * What a message has beside its text.
   *
   * @param parent what it answers
   */
  record Enclosure(Optional<MessageId> parent, Metadata metadata) {

    public static final Enclosure NOTHING = new Enclosure(Optional.empty(), Metadata.empty());
  }
}
