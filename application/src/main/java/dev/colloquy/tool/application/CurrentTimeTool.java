package dev.colloquy.tool.application;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.tool.domain.Tool;
import dev.colloquy.tool.domain.ToolException.ToolFailed;
import dev.colloquy.tool.domain.port.out.BuiltInTool;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Tells what time it is. */
public final class CurrentTimeTool implements BuiltInTool {

  private static final Tool TOOL =
      Tool.builtIn(
          "current_time",
          "Tells the current date, weekday and time.",
          """
          {
            "type": "object",
            "properties": {
              "zone": {
                "type": "string",
                "maxLength": 64,
                "description": "A time zone such as Europe/Oslo or +02:00; UTC by default."
              }
            },
            "additionalProperties": false
          }""");

  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX' ('EEEE')'", Locale.ENGLISH);

  private final Clock clock;

  public CurrentTimeTool(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Tool tool() {
    return TOOL;
  }

  @Override
  public CompletionStage<String> call(Actor.OfUser actor, Map<String, @Nullable Object> arguments) {
    Object zone = arguments.get("zone");
    return CompletableFuture.completedStage(zone == null ? "UTC" : zone.toString())
        .thenApply(this::now)
        .thenApply(FORM::format);
  }

  private ZonedDateTime now(String zone) {
    try {
      return clock.instant().truncatedTo(ChronoUnit.SECONDS).atZone(ZoneId.of(zone));
    } catch (DateTimeException unknown) {
      throw new ToolFailed("There is no such time zone.");
    }
  }
}
