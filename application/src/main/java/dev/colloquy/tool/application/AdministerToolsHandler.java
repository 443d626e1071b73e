package dev.colloquy.tool.application;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import dev.colloquy.tool.domain.AdministeredTool;
import dev.colloquy.tool.domain.ToolPolicy;
import dev.colloquy.tool.domain.port.in.AdministerTools;
import dev.colloquy.tool.domain.port.out.ToolPolicies;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Says of tools what administrators want to be said. */
public final class AdministerToolsHandler implements AdministerTools {

  private final UnitOfWork unitOfWork;
  private final ToolRegistry tools;
  private final ToolPolicies policies;
  private final Clock clock;

  public AdministerToolsHandler(
      UnitOfWork unitOfWork, ToolRegistry tools, ToolPolicies policies, Clock clock) {
    this.unitOfWork = unitOfWork;
    this.tools = tools;
    this.policies = policies;
    this.clock = clock;
  }

  @Override
  public CompletionStage<List<AdministeredTool>> list(Actor.OfUser actor) {
    return Administrators.only(actor)
        .thenCompose(administrator -> tools.all())
        .thenApply(all -> all.stream().map(RegisteredTool::administered).toList());
  }

  @Override
  public CompletionStage<AdministeredTool> get(Actor.OfUser actor, String idOrName) {
    return Administrators.only(actor)
        .thenCompose(administrator -> tools.any(idOrName))
        .thenApply(RegisteredTool::administered);
  }

  @Override
  public CompletionStage<AdministeredTool> edit(Edit command) {
    return unitOfWork.inTransaction(
        () -> get(command.actor(), command.tool()).thenCompose(tool -> edited(tool, command)));
  }

  private CompletionStage<AdministeredTool> edited(AdministeredTool tool, Edit command) {
    command.precondition().check(tool.policy().version());
    Change<ToolPolicy> change =
        tool.policy()
            .edit(
                command.actor(),
                tool.usual(),
                command.enabled().orElse(tool.policy().enabled()),
                command.approval().applyTo(tool.policy().approval()),
                clock.instant());
    return policies.save(change).thenApply(saved -> new AdministeredTool(tool.usual(), saved));
  }
}
