package dev.colloquy.model.adapter.llm;

import dev.colloquy.model.adapter.llm.Direction.Again;
import dev.colloquy.model.adapter.llm.Direction.Ask;
import dev.colloquy.model.adapter.llm.Direction.Drip;
import dev.colloquy.model.adapter.llm.Direction.Fail;
import dev.colloquy.model.adapter.llm.Direction.Finish;
import dev.colloquy.model.adapter.llm.Direction.Say;
import dev.colloquy.model.adapter.llm.Direction.Stall;
import dev.colloquy.model.adapter.llm.Direction.Think;
import dev.colloquy.model.adapter.llm.Direction.Wait;
import dev.colloquy.model.adapter.llm.Direction.Words;
import dev.colloquy.model.domain.FinishReason;
import dev.colloquy.model.domain.ModelCallFailed.Fault;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one line of a script. */
final class DirectionReader {

  private static final Pattern LINE = Pattern.compile("/([a-z]+)(?:\\s+(.*))?", Pattern.DOTALL);
  private static final Pattern DELAY = Pattern.compile("(\\d{1,7})(ms|s)");
  private static final Pattern FAULT = Pattern.compile("([a-z_]+)(?:\\s+retry\\s+(\\S+))?");
  private static final Pattern TOOL = Pattern.compile("(\\S+)(?:\\s+(.*))?", Pattern.DOTALL);
  private static final int MOST_WORDS = 100_000;

  private DirectionReader() {}

  /**
   * The direction of a line; empty for a line that is none.
   *
   * @throws IllegalArgumentException where a direction is known and what follows it is not
   */
  static Optional<Direction> read(String line) {
    Matcher matcher = LINE.matcher(line.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String rest = Optional.ofNullable(matcher.group(2)).orElse("");
    return Optional.ofNullable(
        switch (matcher.group(1)) {
          case "say" -> new Say(rest);
          case "think" -> new Think(rest);
          case "words" -> new Words(count(rest));
          case "drip" -> new Drip(delay(rest));
          case "wait" -> new Wait(delay(rest));
          case "stall" -> new Stall();
          case "tool" -> tool(rest);
          case "again" -> new Again();
          case "fail" -> fail(rest);
          case "finish" -> new Finish(reason(rest));
          default -> null;
        });
  }

  private static int count(String text) {
    int count = Integer.parseInt(text);
    if (count < 1 || count > MOST_WORDS) {
      throw new IllegalArgumentException("from 1 to " + MOST_WORDS + " words");
    }
    return count;
  }

  private static Duration delay(String text) {
    Matcher matcher = matching(DELAY, text);
    long amount = Long.parseLong(matcher.group(1));
    return matcher.group(2).equals("s") ? Duration.ofSeconds(amount) : Duration.ofMillis(amount);
  }

  private static Ask tool(String text) {
    Matcher matcher = matching(TOOL, text);
    return new Ask(matcher.group(1), Optional.ofNullable(matcher.group(2)).orElse("{}"));
  }

  private static Fail fail(String text) {
    Matcher matcher = matching(FAULT, text);
    return new Fail(
        Fault.valueOf(matcher.group(1).toUpperCase(Locale.ROOT)),
        Optional.ofNullable(matcher.group(2)).map(DirectionReader::delay));
  }

  private static FinishReason reason(String text) {
    FinishReason reason = FinishReason.valueOf(text.toUpperCase(Locale.ROOT));
    if (reason == FinishReason.TOOL_CALLS) {
      throw new IllegalArgumentException("tools are asked for by name");
    }
    return reason;
  }

  private static Matcher matching(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("it does not read " + pattern);
    }
    return matcher;
  }
}
