package dev.colloquy.tool.domain.port.out;

import dev.colloquy.tool.domain.McpSecret;
import dev.colloquy.tool.domain.McpServerId;
import dev.colloquy.tool.domain.SealedSecrets;
import java.util.Map;
import java.util.Optional;

/** Keeps what MCP servers get so that only this installation can read it. Never blocks. */
public interface SecretSafe {

  /** Seals secrets for this server; for no other they can be opened, nor under another name. */
  SealedSecrets seal(McpServerId server, Map<String, McpSecret> secrets);

  /** The secrets; empty where one was sealed for another server or by another installation. */
  Optional<Map<String, McpSecret>> open(McpServerId server, SealedSecrets secrets);
}
