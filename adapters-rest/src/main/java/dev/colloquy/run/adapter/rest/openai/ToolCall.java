package dev.colloquy.run.adapter.rest.openai;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.colloquy.model.domain.ToolRequest;
import org.jspecify.annotations.Nullable;

/**
 * A call that the model asks its caller for; in a stream first its head and then its arguments.
 *
 * @param index its place among the calls, in streams only
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ToolCall(
    @Nullable Integer index, @Nullable String id, @Nullable String type, Function function) {

  /** The function that is to be called. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Function(@Nullable String name, String arguments) {}

  static ToolCall whole(ToolRequest request) {
    return new ToolCall(
        null, request.id(), "function", new Function(request.name(), request.arguments()));
  }

  static ToolCall head(int index, ToolRequest request) {
    return new ToolCall(index, request.id(), "function", new Function(request.name(), ""));
  }

  static ToolCall arguments(int index, ToolRequest request) {
    return new ToolCall(index, null, null, new Function(null, request.arguments()));
  }
}
