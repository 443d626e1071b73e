package dev.colloquy.run.domain.port.in;

import dev.colloquy.model.domain.Model;
import dev.colloquy.model.domain.ModelEvent;
import dev.colloquy.model.domain.ToolOffer;
import dev.colloquy.model.domain.Turn;
import dev.colloquy.run.domain.Temperature;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.WorkspaceId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/**
 * Asks a model for an answer that nobody keeps: neither conversation nor run, and no second try.
 */
public interface CompleteChat {

  /**
   * The answer, which is asked for when it is subscribed to, once; what it takes is kept, and
   * nothing else. Fails with {@code AccessDenied}, {@code NoModel}, {@code QuotaExceeded}, and with
   * {@code ValidationError} at {@code /model} for one that is not there, at {@code /max_tokens} for
   * more than the model says, at {@code /messages} where nothing is asked.
   */
  CompletionStage<Completion> handle(Command command);

  /**
   * What is asked.
   *
   * @param within the workspace on whose account it goes too; empty outside all
   * @param model an id or a name; the first by priority where empty
   * @param turns all that was said, the oldest first
   * @param tools what the model may ask for; the caller calls them
   */
  record Command(
      Actor.OfUser actor,
      Optional<WorkspaceId> within,
      Optional<String> model,
      List<Turn> turns,
      List<ToolOffer> tools,
      Optional<Temperature> temperature,
      Optional<Integer> maxTokens) {

    public Command {
      turns = List.copyOf(turns);
      tools = List.copyOf(tools);
    }
  }

  /**
   * An answer.
   *
   * @param events as {@code LanguageModel} gives them
   */
  record Completion(Model model, Flow.Publisher<ModelEvent> events) {}
}
