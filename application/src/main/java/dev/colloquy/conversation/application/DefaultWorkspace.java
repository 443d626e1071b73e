package dev.colloquy.conversation.application;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Metadata;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.workspace.domain.Description;
import dev.colloquy.workspace.domain.MyWorkspace;
import dev.colloquy.workspace.domain.Workspace;
import dev.colloquy.workspace.domain.WorkspaceDraft;
import dev.colloquy.workspace.domain.WorkspaceName;
import dev.colloquy.workspace.domain.WorkspaceStatus;
import dev.colloquy.workspace.domain.WorkspaceType;
import dev.colloquy.workspace.domain.port.in.BrowseWorkspaces;
import dev.colloquy.workspace.domain.port.in.CreateWorkspace;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Finds or opens a personal workspace of the user's own; inside a unit of work. */
public final class DefaultWorkspace {

  private static final String NAME = "Personal";

  private final BrowseWorkspaces browse;
  private final CreateWorkspace create;

  public DefaultWorkspace(BrowseWorkspaces browse, CreateWorkspace create) {
    this.browse = browse;
    this.create = create;
  }

  CompletionStage<WorkspaceId> of(Actor.OfUser actor) {
    return browse
        .list(actor, Optional.empty(), new PageRequest(PageRequest.MAX_LIMIT, Optional.empty()))
        .thenApply(page -> own(page.items(), actor))
        .thenCompose(
            own ->
                personal(own)
                    .<CompletionStage<WorkspaceId>>map(CompletableFuture::completedFuture)
                    .orElseGet(() -> opened(actor, own)));
  }

  private static List<Workspace> own(List<MyWorkspace> mine, Actor.OfUser actor) {
    return mine.stream()
        .map(MyWorkspace::workspace)
        .filter(it -> it.owner().equals(actor.user()))
        .toList();
  }

  private static Optional<WorkspaceId> personal(List<Workspace> own) {
    return own.stream()
        .filter(it -> it.draft().type() == WorkspaceType.PERSONAL)
        .filter(it -> it.status() == WorkspaceStatus.ACTIVE)
        .map(Workspace::id)
        .findFirst();
  }

  private CompletionStage<WorkspaceId> opened(Actor.OfUser actor, List<Workspace> own) {
    WorkspaceDraft draft =
        new WorkspaceDraft(
            freeName(own),
            new Description("What was said without saying where"),
            WorkspaceType.PERSONAL,
            Metadata.empty(),
            Metadata.empty());
    return create
        .handle(new CreateWorkspace.Command(actor, draft))
        .thenApply(mine -> mine.workspace().id());
  }

  private static WorkspaceName freeName(List<Workspace> own) {
    Set<String> taken =
        own.stream().map(it -> it.draft().name().value()).collect(Collectors.toSet());
    return IntStream.iterate(1, number -> number + 1)
        .mapToObj(number -> number == 1 ? NAME : NAME + " " + number)
        .filter(name -> !taken.contains(name))
        .map(WorkspaceName::new)
        .findFirst()
        .orElseThrow();
  }
}
