package dev.colloquy.run.application;

import dev.colloquy.model.domain.Capability;
import dev.colloquy.model.domain.Model;
import dev.colloquy.model.domain.ToolOffer;
import dev.colloquy.model.domain.ToolRequest;
import dev.colloquy.run.domain.Run;
import dev.colloquy.run.domain.RunError;
import dev.colloquy.run.domain.StreamEntry;
import dev.colloquy.run.domain.StreamPlace;
import dev.colloquy.run.domain.ToolOutcome;
import dev.colloquy.run.domain.ToolRounds;
import dev.colloquy.run.domain.port.out.RunJournal;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.CommonException.ValidationError;
import dev.colloquy.tool.domain.Tool;
import dev.colloquy.tool.domain.ToolName;
import dev.colloquy.tool.domain.port.in.BrowseTools;
import dev.colloquy.tool.domain.port.in.InvokeTool;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/** The tools as runs see them: chosen, offered, called on a model's wish, and remembered. */
public final class RunTools {

  private static final int PAGE = 1_000;
  private static final RunError UNKNOWN =
      new RunError("NOT_FOUND", "There is no such tool in this conversation.");

  private final BrowseTools browse;
  private final InvokeTool invoke;
  private final RunAccess access;
  private final RunJournal journal;

  public RunTools(BrowseTools browse, InvokeTool invoke, RunAccess access, RunJournal journal) {
    this.browse = browse;
    this.invoke = invoke;
    this.access = access;
    this.journal = journal;
  }

  /** The model, which may be offered the tools; else fails with {@code ValidationError}. */
  CompletionStage<Model> offerable(Actor.OfUser actor, List<ToolName> names, Model model) {
    if (names.isEmpty()) {
      return CompletableFuture.completedStage(model);
    }
    if (!model.capabilities().contains(Capability.TOOLS)) {
      throw ValidationError.at("/tools", "cannot be offered to this model");
    }
    return browse
        .list(actor)
        .thenApply(all -> demandKnown(names, all.stream().map(Tool::name).toList()))
        .thenApply(known -> model);
  }

  /** What the run's model is offered. Fails with {@code AccessDenied}. */
  CompletionStage<List<ToolOffer>> offers(Run run) {
    List<ToolName> names = run.order().tools();
    return names.isEmpty()
        ? CompletableFuture.completedStage(List.of())
        : browse
            .list(run.agent())
            .thenApply(
                all ->
                    all.stream()
                        .filter(it -> names.contains(it.name()))
                        .map(
                            it ->
                                new ToolOffer(it.name().value(), it.description(), it.parameters()))
                        .toList());
  }

  /**
   * Calls a tool with the rights that whoever started the run has now. Never fails: what goes wrong
   * is for the model to read.
   *
   * @param calledOff once this completes, nobody reads it any more
   */
  CompletionStage<ToolOutcome> call(Run run, ToolRequest request, CompletionStage<?> calledOff) {
    boolean offered =
        run.order().tools().stream().anyMatch(it -> it.value().equals(request.name()));
    if (!offered) {
      return CompletableFuture.completedStage(new ToolOutcome.Failed(UNKNOWN));
    }
    Actor.Agent agent = run.agent();
    return access
        .toStart(agent, run.conversation())
        .thenCompose(
            may ->
                invoke.handle(
                    new InvokeTool.Command(agent, request.name(), request.arguments(), calledOff)))
        .<ToolOutcome>thenApply(result -> new ToolOutcome.Completed(result.text()))
        .exceptionally(failure -> new ToolOutcome.Failed(reason(failure)));
  }

  /** Whether somebody has to allow the call; what is not offered is not called at all. */
  CompletionStage<Boolean> needsApproval(Run run, ToolRequest request) {
    return browse
        .list(run.agent())
        .thenApply(
            all ->
                all.stream()
                    .filter(it -> run.order().tools().contains(it.name()))
                    .filter(it -> it.name().value().equals(request.name()))
                    .anyMatch(Tool::needsApproval));
  }

  /** What model and tools have had to do with each other in the run's earlier attempts. */
  CompletionStage<ToolRounds> past(Run run) {
    return run.attempt() == 1 || run.order().tools().isEmpty()
        ? CompletableFuture.completedStage(new ToolRounds())
        : read(run, StreamPlace.BEGINNING, new ArrayList<>()).thenApply(ToolRounds::of);
  }

  private CompletionStage<List<StreamEntry>> read(
      Run run, StreamPlace after, List<StreamEntry> before) {
    return journal
        .page(run.id(), after, PAGE)
        .thenCompose(
            page -> {
              before.addAll(page);
              return page.size() < PAGE
                  ? CompletableFuture.completedStage(before)
                  : read(run, page.getLast().place(), before);
            });
  }

  private static List<ToolName> demandKnown(List<ToolName> names, List<ToolName> known) {
    List<ValidationError.Violation> unknown = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      if (!known.contains(names.get(i))) {
        unknown.add(new ValidationError.Violation("/tools/" + i, "must be the name of a tool"));
      }
    }
    if (!unknown.isEmpty()) {
      throw new ValidationError(unknown);
    }
    return names;
  }

  /** With all that is wrong with the arguments, for a model reads nothing else. */
  private static RunError reason(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return cause instanceof ValidationError refusal
        ? new RunError(
            refusal.code(),
            refusal.violations().stream()
                .map(it -> it.pointer() + " " + it.detail())
                .collect(Collectors.joining("; ")))
        : RunModel.reason(cause);
  }
}
