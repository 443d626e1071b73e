package dev.colloquy.run.application;

import dev.colloquy.conversation.domain.Content;
import dev.colloquy.conversation.domain.Message;
import dev.colloquy.conversation.domain.MessageWindow;
import dev.colloquy.conversation.domain.port.in.BrowseMessages;
import dev.colloquy.run.domain.Run;
import dev.colloquy.run.domain.Summary;
import dev.colloquy.run.domain.port.in.SummarizeConversation;
import dev.colloquy.run.domain.port.out.Summaries;
import dev.colloquy.shared.domain.Cause;
import dev.colloquy.shared.domain.PageRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * What a node does for a conversation once a run has completed there: gives it a title, and sums it
 * up where it has grown long. Nobody waits for it, and where it comes to nothing a later run will
 * do it.
 */
public final class RunAftermath {

  private static final Logger LOG = System.getLogger(RunAftermath.class.getName());

  private final Wishes wishes;
  private final RunTitle title;
  private final BrowseMessages messages;
  private final Summaries summaries;
  private final SummarizeConversation summarize;

  /**
   * What the operator wants done unasked.
   *
   * @param summaries whether long conversations are summed up
   * @param titles whether conversations get titles that nobody gave one
   */
  public record Wishes(boolean summaries, boolean titles) {}

  public RunAftermath(
      Wishes wishes,
      RunTitle title,
      BrowseMessages messages,
      Summaries summaries,
      SummarizeConversation summarize) {
    this.wishes = wishes;
    this.title = title;
    this.messages = messages;
    this.summaries = summaries;
    this.summarize = summarize;
  }

  void of(Run completed) {
    if (wishes.summaries()) {
      done(summedUp(completed), "A conversation could not be summed up: {0}");
    }
    if (wishes.titles()) {
      done(title.of(completed), "A conversation could not get a title: {0}");
    }
  }

  private static void done(CompletionStage<?> work, String complaint) {
    work.whenComplete(
        (done, failure) -> {
          if (failure != null) {
            LOG.log(Level.DEBUG, complaint, Cause.of(failure).getMessage());
          }
        });
  }

  private CompletionStage<Optional<Summary>> summedUp(Run completed) {
    return summaries
        .find(completed.conversation())
        .thenCompose(before -> isDue(completed, before))
        .thenCompose(
            due ->
                due
                    ? summarize
                        .handle(completed.agent(), completed.conversation())
                        .thenApply(Optional::of)
                    : CompletableFuture.completedFuture(Optional.empty()));
  }

  private CompletionStage<Boolean> isDue(Run completed, Optional<Summary> before) {
    return messages
        .list(
            completed.agent(),
            completed.conversation(),
            new MessageWindow.Newest(),
            PageRequest.MAX_LIMIT)
        .thenApply(page -> Summary.isDue(texts(before, page.items())));
  }

  private static List<String> texts(Optional<Summary> before, List<Message> newest) {
    return RunPrompt.since(before, newest).stream()
        .flatMap(it -> it.content().stream())
        .map(Content::value)
        .toList();
  }
}
