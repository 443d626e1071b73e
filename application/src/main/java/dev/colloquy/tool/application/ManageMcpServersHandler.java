package dev.colloquy.tool.application;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.CommonException.NotFound;
import dev.colloquy.shared.domain.CommonException.ValidationError;
import dev.colloquy.shared.domain.InvalidValue;
import dev.colloquy.shared.domain.Precondition;
import dev.colloquy.shared.domain.port.out.Ids;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import dev.colloquy.tool.domain.McpRules;
import dev.colloquy.tool.domain.McpSecret;
import dev.colloquy.tool.domain.McpSecrets;
import dev.colloquy.tool.domain.McpServer;
import dev.colloquy.tool.domain.McpServerDraft;
import dev.colloquy.tool.domain.McpServerId;
import dev.colloquy.tool.domain.McpTransport;
import dev.colloquy.tool.domain.SealedSecrets;
import dev.colloquy.tool.domain.port.in.ManageMcpServers;
import dev.colloquy.tool.domain.port.out.McpClient;
import dev.colloquy.tool.domain.port.out.McpServers;
import dev.colloquy.tool.domain.port.out.SecretSafe;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Sets MCP servers up, with their secrets sealed and their addresses looked at. */
public final class ManageMcpServersHandler implements ManageMcpServers {

  private final UnitOfWork unitOfWork;
  private final McpServers servers;
  private final McpClient client;
  private final SecretSafe safe;
  private final McpRules rules;
  private final Ids ids;
  private final Clock clock;

  public ManageMcpServersHandler(
      UnitOfWork unitOfWork,
      McpServers servers,
      McpClient client,
      SecretSafe safe,
      McpRules rules,
      Ids ids,
      Clock clock) {
    this.unitOfWork = unitOfWork;
    this.servers = servers;
    this.client = client;
    this.safe = safe;
    this.rules = rules;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public CompletionStage<McpServer> create(Create command) {
    return unitOfWork.inTransaction(
        () ->
            Administrators.only(command.actor())
                .thenApply(administrator -> created(command))
                .thenCompose(servers::add));
  }

  @Override
  public CompletionStage<McpServer> edit(Edit command) {
    return unitOfWork
        .inTransaction(
            () ->
                existing(command.actor(), command.server(), command.precondition())
                    .thenCompose(before -> saved(before, command)))
        .thenApply(this::settled);
  }

  private CompletionStage<Edited> saved(McpServer before, Edit command) {
    return servers.save(edited(before, command)).thenApply(after -> new Edited(before, after));
  }

  /** Only now: what was rolled back changes nothing. Other nodes find out by themselves. */
  private McpServer settled(Edited edited) {
    if (!edited.after().isReachedLike(edited.before())) {
      client.forget(edited.after().id());
    }
    return edited.after();
  }

  private record Edited(McpServer before, McpServer after) {}

  @Override
  public CompletionStage<Void> delete(Delete command) {
    return unitOfWork
        .inTransaction(
            () ->
                existing(command.actor(), command.server(), command.precondition())
                    .thenApply(server -> server.delete(command.actor(), clock.instant()))
                    .thenCompose(servers::remove))
        .thenAccept(gone -> client.forget(command.server()));
  }

  private CompletionStage<McpServer> existing(
      Actor.OfUser actor, McpServerId id, Precondition precondition) {
    return Administrators.only(actor)
        .thenCompose(administrator -> servers.find(id))
        .thenApply(found -> demanded(found, precondition));
  }

  private static McpServer demanded(Optional<McpServer> found, Precondition precondition) {
    McpServer server = found.orElseThrow(() -> new NotFound("MCP server"));
    precondition.check(server.version());
    return server;
  }

  private Change<McpServer> created(Create command) {
    McpTransport transport = command.draft().transport();
    rules.check(transport);
    McpServerId id = new McpServerId(ids.next());
    return McpServer.setUp(
        command.actor(),
        id,
        command.draft(),
        safe.seal(id, passable(transport, command.secrets())),
        clock.instant());
  }

  private Change<McpServer> edited(McpServer server, Edit command) {
    McpServerDraft wanted = command.edit().apply(server.draft());
    // what the operator has stopped allowing may still be switched off
    if (!wanted.transport().equals(server.draft().transport())) {
      rules.check(wanted.transport());
    }
    return server.edit(command.actor(), wanted, secrets(server, command), clock.instant());
  }

  private SealedSecrets secrets(McpServer server, Edit command) {
    Map<String, McpSecret> fresh = new HashMap<>();
    command.secrets().forEach((name, given) -> given.ifPresent(it -> fresh.put(name, it)));
    List<String> gone =
        command.secrets().entrySet().stream()
            .filter(it -> it.getValue().isEmpty())
            .map(Map.Entry::getKey)
            .toList();
    return server
        .secrets()
        .merged(safe.seal(server.id(), passable(server.draft().transport(), fresh)), gone);
  }

  private static Map<String, McpSecret> passable(
      McpTransport transport, Map<String, McpSecret> secrets) {
    try {
      McpSecrets.check(transport.kind(), secrets);
      return secrets;
    } catch (InvalidValue refused) {
      throw ValidationError.at(transport.kind().secretsPointer(), refused.detail());
    }
  }
}
