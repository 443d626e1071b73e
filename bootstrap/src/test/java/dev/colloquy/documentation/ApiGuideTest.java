package dev.colloquy.documentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.colloquy.bootstrap.testing.PostgresTestResource;
import dev.colloquy.documentation.Document.Block;
import dev.colloquy.documentation.Walk.Answer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever types in the guide's commands is answered what the guide says. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class ApiGuideTest {

  /** The statuses behind a command. */
  private static final Pattern STATUSES = Pattern.compile("# ([1-5]\\d\\d(?: [1-5]\\d\\d)*)$");

  @TestHTTPResource("/api/v1")
  URI api;

  private final List<Block> blocks = Document.at("docs/api-guide.md").blocks();
  private final String domain = UUID.randomUUID() + ".example.com";

  @Test
  void answersEveryCommandAsShown() throws IOException, InterruptedException {
    assumeTrue(Walk.isPossible(), "bash and curl are needed");

    Walk walk = Walk.of(blocks, api.toString(), domain);

    List<String> faults = new ArrayList<>();
    List<Answer> answers = List.of();
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      if (block.language().equals("bash")) {
        answers = walk.answers(i);
        faults.addAll(statuses(block, answers));
      } else if (answers.isEmpty()) {
        faults.add("No answer to compare with: " + block);
      } else {
        faults.addAll(differences(block, answers.getLast()));
      }
    }
    assertThat(faults).isEmpty();
  }

  private static List<String> statuses(Block block, List<Answer> answers) {
    List<Integer> shown = block.text().lines().flatMap(ApiGuideTest::statuses).toList();
    List<Integer> answered = answers.stream().map(Answer::status).toList();
    return shown.equals(answered)
        ? List.of()
        : List.of(
            "%s are shown, %s were answered to%n%s%s"
                .formatted(shown, answered, block.text(), answers));
  }

  private static Stream<Integer> statuses(String line) {
    return STATUSES
        .matcher(line)
        .results()
        .flatMap(found -> Stream.of(found.group(1).split(" ", -1)))
        .map(Integer::valueOf);
  }

  private List<String> differences(Block block, Answer answer) {
    return switch (block.language()) {
      case "json" -> likeness(block, answer);
      case "http" -> headers(block, answer);
      case "text" -> frames(block, answer);
      default -> List.of("What is a block of " + block.language() + "?");
    };
  }

  private List<String> likeness(Block block, Answer answer) {
    try {
      return Likeness.differences(
          new JsonObject(block.text()),
          new JsonObject(answer.body().replace(domain, "example.com")));
    } catch (DecodeException e) {
      return List.of("%s is no JSON object: %s".formatted(answer, e.getMessage()));
    }
  }

  private static List<String> headers(Block block, Answer answer) {
    return block
        .text()
        .lines()
        .filter(shown -> answer.headers().stream().noneMatch(header -> isAlike(shown, header)))
        .map(shown -> "%s is shown, but not among %s".formatted(shown, answer.headers()))
        .toList();
  }

  private static boolean isAlike(String shown, String header) {
    String start = shown.replaceFirst("…$", "").toLowerCase(Locale.ROOT);
    String actual = header.toLowerCase(Locale.ROOT);
    return shown.endsWith("…") ? actual.startsWith(start) : actual.equals(start);
  }

  private static List<String> frames(Block block, Answer answer) {
    List<String> shown = block.text().lines().toList();
    List<String> answered =
        answer
            .body()
            .lines()
            .filter(line -> line.startsWith("event: "))
            // comes at any time
            .filter(line -> !line.equals("event: heartbeat"))
            .toList();
    return shown.equals(answered)
        ? List.of()
        : List.of("%s are shown, %s were sent".formatted(shown, answered));
  }
}
