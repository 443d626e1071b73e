package dev.colloquy.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.bootstrap.testing.PostgresTestResource;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import dev.colloquy.shared.testkit.Actors;
import dev.colloquy.tool.domain.McpSecret;
import dev.colloquy.tool.domain.McpServerId;
import dev.colloquy.tool.domain.SealedSecrets;
import dev.colloquy.tool.domain.port.out.McpServers;
import dev.colloquy.tool.domain.port.out.SecretSafe;
import dev.colloquy.tool.domain.port.out.ToolPolicies;
import dev.colloquy.tool.testkit.McpServersContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class PgMcpServersTest implements McpServersContract {

  @Inject UnitOfWork unitOfWork;
  @Inject McpServers servers;
  @Inject ToolPolicies policies;
  @Inject SecretSafe safe;

  @Test
  void opensNoSecretThatWasMovedToAnotherServerOrName() {
    McpServerId one = new McpServerId(UUID.randomUUID());
    Map<String, McpSecret> secrets = Map.of("TOKEN", new McpSecret("hidden-value"));
    SealedSecrets kept = safe.seal(one, secrets);

    assertThat(safe.open(one, kept)).contains(secrets);
    assertThat(safe.open(new McpServerId(UUID.randomUUID()), kept)).isEmpty();
    assertThat(safe.open(one, new SealedSecrets(Map.of("PATH", kept.byName().get("TOKEN")))))
        .isEmpty();
    assertThat(kept.byName().toString() + kept).doesNotContain("hidden-value");
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  public McpServers servers() {
    return servers;
  }

  @Override
  public ToolPolicies policies() {
    return policies;
  }

  @Override
  public Actor.OfUser administrator() {
    return Actors.administrator();
  }
}
