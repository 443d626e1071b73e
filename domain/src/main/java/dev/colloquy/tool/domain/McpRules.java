package dev.colloquy.tool.domain;

import dev.colloquy.shared.domain.AddressRules;
import dev.colloquy.shared.domain.CommonException.ValidationError;

/**
 * Where an administrator's word may lead Colloquy when it calls MCP servers.
 *
 * @param addresses to which addresses
 * @param programs whether it may start programs on this machine at all
 */
public record McpRules(AddressRules addresses, boolean programs) {

  /** Fails with {@link ValidationError} where the server may not be reached so. */
  public void check(McpTransport transport) {
    switch (transport) {
      case McpTransport.Http(var url) ->
          url.refusal(addresses)
              .ifPresent(
                  why -> {
                    throw ValidationError.at("/url", why);
                  });
      case McpTransport.Stdio program -> {
        if (!programs) {
          throw ValidationError.at(
              "/transport",
              "must be streamable_http, for the operator has not set COLLOQUY_MCP_STDIO");
        }
      }
    }
  }
}
