package dev.colloquy.model.adapter.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.model.domain.ModelCall;
import dev.colloquy.model.domain.ModelCallFailed;
import dev.colloquy.model.domain.ModelEvent;
import dev.colloquy.model.domain.ModelEvent.Counted;
import dev.colloquy.model.domain.ModelEvent.Finished;
import dev.colloquy.model.domain.ModelEvent.Said;
import dev.colloquy.model.domain.ModelEvent.Thought;
import dev.colloquy.model.domain.ModelEvent.ToolAsked;
import dev.colloquy.model.domain.ToolRequest;
import dev.colloquy.model.domain.Turn;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the guide shows is what happens. */
final class RehearsalGuideTest {

  private static final Path GUIDE = Path.of("..", "docs", "rehearsal.md");
  private static final Pattern EXAMPLE =
      Pattern.compile(
          "```prompt\n(.*?)\n```\n(?:```tool\n(.*?)\n```\n)?```answer\n(.*?)\n```", Pattern.DOTALL);

  private static final Vertx VERTX = Vertx.vertx();

  record Example(String prompt, List<Turn> turns, String answer) {

    @Override
    public String toString() {
      return turns.size() + " turns: " + prompt;
    }
  }

  @AfterAll
  static void stop() {
    VERTX.close();
  }

  static Stream<Example> examples() throws IOException {
    return EXAMPLE.matcher(Files.readString(GUIDE)).results().map(RehearsalGuideTest::example);
  }

  private static Example example(MatchResult found) {
    List<Turn> turns = new ArrayList<>();
    turns.add(new Turn.Asked(found.group(1)));
    if (found.group(2) != null) {
      turns.add(new Turn.Answered("", List.of(new ToolRequest("call_1", "clock", "{}"))));
      turns.add(new Turn.ToolAnswered("call_1", found.group(2)));
    }
    return new Example(found.group(1), turns, found.group(3));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void doesWhatTheGuideShows(Example example) {
    ModelCall call = Calls.rehearsal(example.turns(), Calls.PATIENCE);

    Reader reader =
        Reader.of(new VertxLanguageModel(VERTX, Calls.RULES, Calls.circuits()).answer(call))
            .awaitEnd();

    assertThat(shown(reader)).isEqualTo(example.answer());
  }

  @Test
  void theGuideShowsEveryFaultAndDirection() throws IOException {
    String guide = Files.readString(GUIDE);

    assertThat(guide)
        .contains(
            Stream.of(ModelCallFailed.Fault.values())
                .map(it -> "`" + it.name().toLowerCase(Locale.ROOT) + "`")
                .toList());
    assertThat(Stream.of(Direction.class.getPermittedSubclasses()))
        .allSatisfy(it -> assertThat(guide).contains("`/" + word(it.getSimpleName())));
  }

  private static String word(String direction) {
    return direction.equals("Ask") ? "tool" : direction.toLowerCase(Locale.ROOT);
  }

  private static String shown(Reader reader) {
    List<String> lines = new ArrayList<>();
    if (!reader.thoughts().isEmpty()) {
      lines.add("thought " + reader.thoughts());
    }
    if (!reader.text().isEmpty()) {
      lines.add("said " + reader.text().strip().replace("\n", "\\n"));
    }
    reader.pieces.stream()
        .map(RehearsalGuideTest::shown)
        .filter(Objects::nonNull)
        .forEach(lines::add);
    if (reader.failure() instanceof ModelCallFailed failed) {
      lines.add(
          "failed "
              + failed.fault().name().toLowerCase(Locale.ROOT)
              + failed.retryAfter().map(it -> ", retry after " + it.toSeconds() + " s").orElse(""));
    }
    return String.join("\n", lines);
  }

  private static @Nullable String shown(ModelEvent piece) {
    return switch (piece) {
      case Said said -> null;
      case Thought thought -> null;
      case ToolAsked(ToolRequest request) -> "asked " + request.name() + " " + request.arguments();
      case Counted(var usage) -> "used " + usage.promptTokens() + " + " + usage.completionTokens();
      case Finished(var reason) -> "finished " + reason.name().toLowerCase(Locale.ROOT);
    };
  }
}
