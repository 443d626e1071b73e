package dev.colloquy.model.adapter.llm;

import dev.colloquy.model.adapter.llm.Direction.Again;
import dev.colloquy.model.adapter.llm.Direction.Ask;
import dev.colloquy.model.adapter.llm.Direction.Say;
import dev.colloquy.model.domain.ModelCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the rehearsal does for one call. It keeps nothing between calls: how far a script has come
 * is seen from the tools that were asked for since its question.
 */
final class Script {

  private static final Pattern ONLY_AS = Pattern.compile("\\s*/as\\s+(\\S+)\\s+(/.*)");
  private static final String RESULT = "{result}";

  private Script() {}

  static List<Direction> of(ModelCall call) {
    Talk talk = Talk.of(call.turns());
    List<Direction> written;
    try {
      written = read(talk.question(), call.model());
    } catch (NotUnderstood line) {
      return List.of(new Say(line.getMessage()));
    }
    List<Direction> ahead = ahead(written, talk.rounds());
    return ahead.isEmpty()
        ? List.of(new Say(Improvised.answer(talk)))
        : ahead.stream().map(it -> withResult(it, talk)).toList();
  }

  private static List<Direction> read(String question, String model) {
    List<Direction> directions = new ArrayList<>();
    question.lines().forEach(line -> direction(line, model).ifPresent(directions::add));
    return directions;
  }

  private static Optional<Direction> direction(String line, String model) {
    Matcher only = ONLY_AS.matcher(line);
    if (only.matches()) {
      return only.group(1).equals(model) ? direction(only.group(2), model) : Optional.empty();
    }
    try {
      return DirectionReader.read(line);
    } catch (IllegalArgumentException wrong) {
      throw new NotUnderstood(line);
    }
  }

  /** What is left after the rounds of tools that are done. */
  private static List<Direction> ahead(List<Direction> written, int rounds) {
    List<Direction> all = unrolled(written, rounds);
    int start = 0;
    for (int round = 0; round < rounds; round++) {
      start = afterNextTools(all, start);
    }
    return all.subList(start, all.size());
  }

  private static List<Direction> unrolled(List<Direction> written, int rounds) {
    int end = written.indexOf(new Again());
    if (end < 0) {
      return written;
    }
    List<Direction> all = new ArrayList<>();
    for (int round = 0; round <= rounds; round++) {
      all.addAll(written.subList(0, end + 1));
    }
    return all;
  }

  private static int afterNextTools(List<Direction> all, int start) {
    int next = start;
    while (next < all.size() && !(all.get(next) instanceof Ask)) {
      next++;
    }
    while (next < all.size() && all.get(next) instanceof Ask) {
      next++;
    }
    return next;
  }

  private static Direction withResult(Direction direction, Talk talk) {
    return direction instanceof Say(String text)
        ? new Say(text.replace(RESULT, talk.result()))
        : direction;
  }

  private static final class NotUnderstood extends RuntimeException {

    NotUnderstood(String line) {
      super("The rehearsal does not understand the line: " + line.strip(), null, false, false);
    }

    @Override
    public String getMessage() {
      return String.valueOf(super.getMessage());
    }
  }
}
