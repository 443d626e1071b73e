package dev.colloquy.model.testkit;

import dev.colloquy.model.domain.ModelCallFailed;
import dev.colloquy.model.domain.ModelEndpoint;
import dev.colloquy.model.domain.port.out.ProviderProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Finds providers as a test wants them: well, until it says otherwise. */
public final class ScriptedProviderProbe implements ProviderProbe {

  private final List<ModelEndpoint> looked = new ArrayList<>();
  private CompletionStage<Optional<ModelCallFailed>> outcome =
      CompletableFuture.completedFuture(Optional.empty());

  /** From now on it finds this. */
  public void finds(CompletionStage<Optional<ModelCallFailed>> found) {
    outcome = found;
  }

  public void finds(ModelCallFailed.Fault fault) {
    finds(
        CompletableFuture.completedFuture(
            Optional.of(new ModelCallFailed(fault, "The provider failed."))));
  }

  public void findsAllWell() {
    finds(CompletableFuture.completedFuture(Optional.empty()));
  }

  /** Where it has looked until now. */
  public List<ModelEndpoint> looked() {
    return List.copyOf(looked);
  }

  @Override
  public CompletionStage<Optional<ModelCallFailed>> look(ModelEndpoint endpoint) {
    looked.add(endpoint);
    return outcome;
  }
}
