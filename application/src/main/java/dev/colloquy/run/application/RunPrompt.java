package dev.colloquy.run.application;

import dev.colloquy.conversation.domain.Content;
import dev.colloquy.conversation.domain.Message;
import dev.colloquy.conversation.domain.MessageWindow;
import dev.colloquy.conversation.domain.port.in.BrowseMessages;
import dev.colloquy.model.domain.Model;
import dev.colloquy.model.domain.Turn;
import dev.colloquy.model.domain.port.in.AskModel.Question;
import dev.colloquy.run.domain.ContextWindow;
import dev.colloquy.run.domain.Run;
import dev.colloquy.run.domain.RunOrder;
import dev.colloquy.run.domain.Summary;
import dev.colloquy.run.domain.Temperature;
import dev.colloquy.run.domain.port.out.Summaries;
import dev.colloquy.shared.domain.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/**
 * What a model is told: the summary of what was said long before, and the last messages up to the
 * question, as far as its window holds them.
 */
public final class RunPrompt {

  private final BrowseMessages messages;
  private final Summaries summaries;
  private final RunTools tools;

  public RunPrompt(BrowseMessages messages, Summaries summaries, RunTools tools) {
    this.messages = messages;
    this.summaries = summaries;
    this.tools = tools;
  }

  /**
   * Fails with {@code QuestionDeleted}, and with {@code NotFound} or {@code AccessDenied} where who
   * asked may read no more.
   */
  CompletionStage<ReadyQuestion> of(Run run, Model model, List<Turn> since) {
    return messages
        .get(run.agent(), run.conversation(), run.order().question())
        .thenApply(RunQuestion::there)
        .thenCompose(asked -> of(run, model, asked, since));
  }

  /** The same of a run that is just being asked for. */
  CompletionStage<ReadyQuestion> of(Run run, Model model, Message asked) {
    return of(run, model, asked, List.of());
  }

  private CompletionStage<ReadyQuestion> of(Run run, Model model, Message asked, List<Turn> since) {
    MessageWindow until = new MessageWindow.Before(asked.seq() + 1);
    return messages
        .list(run.agent(), run.conversation(), until, PageRequest.MAX_LIMIT)
        .thenCompose(page -> told(run, page.items()))
        .thenApply(told -> question(run, model, told, since))
        .thenCompose(question -> tools.offers(run).thenApply(question::with))
        .thenApply(question -> new ReadyQuestion(model, question));
  }

  /** Whatever was said that the summary does not stand for, but for what says nothing any more. */
  static List<Message> since(Optional<Summary> before, List<Message> messages) {
    long upTo = before.map(Summary::upTo).orElse(0L);
    return messages.stream()
        .filter(it -> it.seq() > upTo)
        .filter(it -> it.content().isPresent() && it.supersededBy().isEmpty())
        .toList();
  }

  /** A short conversation is told as it is. */
  private CompletionStage<Told> told(Run run, List<Message> until) {
    return until.size() <= Summary.VERBATIM
        ? CompletableFuture.completedFuture(new Told(Optional.empty(), until))
        : summaries.find(run.conversation()).thenApply(summary -> told(summary, until));
  }

  /** One that stands for what came after the question is no good. */
  private static Told told(Optional<Summary> summary, List<Message> until) {
    Optional<Summary> fitting = summary.filter(it -> it.upTo() < until.getLast().seq());
    List<Message> last = until.subList(until.size() - Summary.VERBATIM, until.size());
    List<Message> since = since(fitting, until);
    return new Told(fitting, fitting.isEmpty() ? until : since.size() > last.size() ? since : last);
  }

  /**
   * What was said before.
   *
   * @param messages the last of them, word by word
   */
  private record Told(Optional<Summary> summary, List<Message> messages) {}

  private static Question question(Run run, Model model, Told told, List<Turn> since) {
    RunOrder order = run.order();
    int answer = Math.min(order.maxTokens().orElse(model.maxTokens()), model.maxTokens());
    List<Turn> beforehand =
        Stream.concat(
                order.system().<Turn>map(it -> new Turn.Instructed(it.value())).stream(),
                told.summary().map(Summary::turn).stream())
            .toList();
    List<Turn> turns = told.messages().stream().flatMap(RunPrompt::turn).toList();
    return new Question(
        model.id(),
        new ContextWindow(model.contextWindow() - answer).last(beforehand, turns, since),
        List.of(),
        order.temperature().map(Temperature::value),
        answer);
  }

  static Stream<Turn> turn(Message message) {
    Optional<String> text =
        message.content().filter(it -> message.supersededBy().isEmpty()).map(Content::value);
    return text.stream().flatMap(it -> turn(message, it));
  }

  private static Stream<Turn> turn(Message message, String text) {
    return switch (message.role()) {
      case USER -> Stream.of(new Turn.Asked(text));
      case ASSISTANT -> Stream.of(new Turn.Answered(text, List.of()));
      case SYSTEM -> Stream.of(new Turn.Instructed(text));
      case TOOL -> Stream.empty();
    };
  }
}
