package dev.colloquy.search.application;

import dev.colloquy.search.domain.Found;
import dev.colloquy.search.domain.FoundType;
import dev.colloquy.search.domain.SearchFilter;
import dev.colloquy.search.domain.SearchText;
import dev.colloquy.search.domain.port.in.SearchContent;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.InvalidValue;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.tool.domain.Tool;
import dev.colloquy.tool.domain.ToolException.ToolFailed;
import dev.colloquy.tool.domain.port.out.BuiltInTool;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Searches what was said, as far as whoever it is for may read it. */
public final class SearchMessagesTool implements BuiltInTool {

  private static final Tool TOOL =
      Tool.builtIn(
          "search_messages",
          "Searches the messages of the user's conversations; the best come first.",
          """
          {
            "type": "object",
            "properties": {
              "query": {
                "type": "string",
                "minLength": 1,
                "maxLength": 500,
                "description": "Words that must all be there; quotes, or and a leading minus work."
              },
              "limit": {"type": "integer", "minimum": 1, "maximum": 20, "default": 10}
            },
            "required": ["query"],
            "additionalProperties": false
          }""");

  private static final SearchFilter MESSAGES =
      new SearchFilter(
          Set.of(FoundType.MESSAGE), Optional.empty(), Optional.empty(), Optional.empty());

  private final SearchContent search;

  public SearchMessagesTool(SearchContent search) {
    this.search = search;
  }

  @Override
  public Tool tool() {
    return TOOL;
  }

  @Override
  public CompletionStage<String> call(Actor.OfUser actor, Map<String, @Nullable Object> arguments) {
    return CompletableFuture.completedStage(actor)
        .thenApply(asking -> query(asking, arguments))
        .thenCompose(search::handle)
        .thenApply(page -> told(page.items()));
  }

  private static SearchContent.Query query(
      Actor.OfUser actor, Map<String, @Nullable Object> arguments) {
    int limit = arguments.get("limit") instanceof BigDecimal given ? given.intValueExact() : 10;
    try {
      SearchText text = new SearchText(String.valueOf(arguments.get("query")));
      return new SearchContent.Query(
          actor, text, MESSAGES, new PageRequest(limit, Optional.empty()));
    } catch (InvalidValue wrong) {
      throw new ToolFailed("The query " + wrong.detail() + ".");
    }
  }

  private static String told(List<Found> found) {
    return found.isEmpty()
        ? "Nothing was found."
        : found.stream().map(SearchMessagesTool::line).collect(Collectors.joining("\n"));
  }

  private static String line(Found it) {
    return "- message %s in conversation %s: %s"
        .formatted(it.id(), it.conversation(), it.highlight().replaceAll("\\s+", " "));
  }
}
