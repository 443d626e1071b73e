package dev.colloquy.tool.domain;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.CommonException.ValidationError;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * A server of tools that speaks the Model Context Protocol. It may say unasked that its tools are
 * others now; what it did not say when an administrator last had it asked is marked as unseen.
 *
 * @param secrets its headers or variables; nobody sees them again
 * @param offered its tools, in the order in which it tells them
 * @param lastCheck how it did when it was last asked; that is no change of it
 * @param version raised by one with every change
 */
public record McpServer(
    McpServerId id,
    McpServerDraft draft,
    SealedSecrets secrets,
    List<McpTool> offered,
    Optional<McpServerCheck> lastCheck,
    Instant createdAt,
    Instant updatedAt,
    long version) {

  public McpServer {
    offered = List.copyOf(offered);
  }

  /** A server that was not there before; what it offers is not known yet. */
  public static Change<McpServer> setUp(
      Actor actor, McpServerId id, McpServerDraft draft, SealedSecrets secrets, Instant now) {
    McpServer added = new McpServer(id, draft, secrets, List.of(), Optional.empty(), now, now, 1);
    return Change.of(added, new McpServerEvent.Created(actor, now, added));
  }

  /**
   * Sets the server up otherwise; the same again is no change. One that is somewhere else is
   * another one: its tools are not known, and it gets no secret that was meant for the earlier one.
   */
  public Change<McpServer> edit(
      Actor actor, McpServerDraft wanted, SealedSecrets nowSecrets, Instant now) {
    if (wanted.equals(draft) && nowSecrets.equals(secrets)) {
      return Change.nothing(this);
    }
    boolean same = draft.transport().isAtOneWith(wanted.transport());
    if (!same && nowSecrets.sharesWith(secrets)) {
      throw ValidationError.at(
          draft.transport().kind().secretsPointer(),
          "must be sent again, or taken away, for it is another server now");
    }
    McpServer edited =
        new McpServer(
            id,
            wanted,
            nowSecrets,
            same ? offered : List.of(),
            same ? lastCheck : Optional.empty(),
            createdAt,
            now,
            version + 1);
    return Change.of(edited, new McpServerEvent.Updated(actor, now, edited));
  }

  /** Whether what connects with it as it was before is of use still. */
  public boolean isReachedLike(McpServer before) {
    return draft.enabled()
        && draft.transport().equals(before.draft.transport())
        && secrets.equals(before.secrets);
  }

  /** Takes the server away. */
  public Change<McpServer> delete(Actor actor, Instant now) {
    return Change.of(this, new McpServerEvent.Deleted(actor, now, this));
  }

  /** Remembers what it offers. */
  public Change<McpServer> refreshed(Actor actor, List<McpTool> tools, McpServerCheck check) {
    McpServer known =
        new McpServer(id, draft, secrets, tools, Optional.of(check), createdAt, updatedAt, version);
    return Change.of(known, new McpServerEvent.Checked(actor, check.at(), known));
  }

  /**
   * Remembers what it offers by its own wish. What it has said before stays as it is, the rest is
   * unseen; the same again is no change.
   */
  public Change<McpServer> heard(Actor actor, List<McpTool> tools, McpServerCheck check) {
    List<McpTool> marked = tools.stream().map(this::marked).toList();
    return marked.equals(offered) ? Change.nothing(this) : refreshed(actor, marked, check);
  }

  private McpTool marked(McpTool said) {
    return offered.contains(said) ? said : said.asUnseen();
  }

  /** Remembers how it did. */
  public Change<McpServer> checked(Actor actor, McpServerCheck check) {
    return refreshed(actor, offered, check);
  }

  /**
   * Its tools as models know them, as far as nothing else is said of one, each with the server's
   * own name for it.
   */
  public SequencedMap<Tool, String> tools() {
    Set<ToolName> taken = new HashSet<>();
    SequencedMap<Tool, String> tools = new LinkedHashMap<>();
    for (McpTool offer : offered) {
      Tool tool = tool(offer);
      if (taken.add(tool.name())) {
        tools.put(tool, offer.name());
      }
    }
    return tools;
  }

  private Tool tool(McpTool offer) {
    return new Tool(
        ToolId.ofMcp(id, offer.name()),
        McpToolNames.of(draft.name(), offer.name()),
        offer.description(),
        offer.parameters(),
        ToolSource.MCP,
        draft.needsApproval(),
        offer.unseen());
  }
}
