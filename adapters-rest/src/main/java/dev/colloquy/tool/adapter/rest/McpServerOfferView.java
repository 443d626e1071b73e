package dev.colloquy.tool.adapter.rest;

import dev.colloquy.tool.domain.port.in.RefreshMcpServer;
import java.util.List;

/**
 * What a server offers.
 *
 * @param check how it did
 * @param tools what it offered when it last answered
 * @param leftOut names of tools that cannot be offered to models as they are
 */
record McpServerOfferView(McpServerCheckView check, List<ToolView> tools, List<String> leftOut) {

  static McpServerOfferView of(RefreshMcpServer.Outcome it) {
    return new McpServerOfferView(
        McpServerCheckView.of(it.check()),
        it.server().tools().keySet().stream().map(ToolView::of).toList(),
        it.leftOut());
  }
}
