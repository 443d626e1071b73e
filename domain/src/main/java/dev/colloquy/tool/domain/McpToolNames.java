package dev.colloquy.tool.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * What models call an MCP server's tools by. A name that providers would not take is made fit, and
 * gets a mark by which it is known from others that would be made the same.
 */
final class McpToolNames {

  private static final String BETWEEN = "__";
  private static final int LONGEST = 64;
  private static final int MARK_BYTES = 4;
  private static final int MARK_LENGTH = 1 + 2 * MARK_BYTES;
  private static final Pattern UNFIT = Pattern.compile("[^A-Za-z0-9_-]");

  private McpToolNames() {}

  static ToolName of(McpServerName server, String tool) {
    String prefix = server + BETWEEN;
    String fit = UNFIT.matcher(tool).replaceAll("_");
    int room = LONGEST - prefix.length();
    boolean asItIs = fit.equals(tool) && !tool.isEmpty() && tool.length() <= room;
    return new ToolName(
        asItIs
            ? prefix + tool
            : prefix + fit.substring(0, Math.min(fit.length(), room - MARK_LENGTH)) + mark(tool));
  }

  private static String mark(String tool) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(tool.getBytes(StandardCharsets.UTF_8));
      return "_" + HexFormat.of().formatHex(digest, 0, MARK_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
