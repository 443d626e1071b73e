package dev.colloquy.tool.testkit;

import dev.colloquy.shared.domain.CommonException.ValidationError;
import dev.colloquy.tool.domain.Tool;
import dev.colloquy.tool.domain.port.out.ArgumentReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads objects whose fields are texts without escapes, whatever the tool says it takes. */
public final class FlatArguments implements ArgumentReader {

  private static final Pattern FIELD = Pattern.compile("\"([^\"]*)\"\\s*:\\s*\"([^\"]*)\"");

  @Override
  public CompletionStage<Map<String, @Nullable Object>> read(Tool tool, String arguments) {
    if (!arguments.startsWith("{") || !arguments.endsWith("}")) {
      return CompletableFuture.failedFuture(
          ValidationError.at("/arguments", "must be a JSON object"));
    }
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    Matcher field = FIELD.matcher(arguments);
    while (field.find()) {
      values.put(field.group(1), field.group(2));
    }
    return CompletableFuture.completedFuture(values);
  }
}
