package dev.colloquy.tool.domain.port.out;

import dev.colloquy.tool.domain.Tool;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Reads what tools are called with, which nobody has looked at before. */
public interface ArgumentReader {

  /** How many bytes of UTF-8 arguments have at the most. */
  int MAX_BYTES = 64 * 1024;

  /**
   * The arguments as {@link BuiltInTool} takes them.
   *
   * @param arguments any text at all
   * @return fails with {@code ValidationError} where they are no JSON object or do not fit the
   *     tool's parameters; its pointers begin with {@code /arguments}
   */
  CompletionStage<Map<String, @Nullable Object>> read(Tool tool, String arguments);
}
