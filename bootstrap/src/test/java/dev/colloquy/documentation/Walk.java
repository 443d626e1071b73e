package dev.colloquy.documentation;

import dev.colloquy.documentation.Document.Block;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The commands of a page, run one after the other in one shell, with a note of what each call of
 * {@code curl} was answered.
 */
final class Walk {

  private static final long PATIENCE_SECONDS = 300;

  /** Stands before the real curl, and works in pipes and substitutions too. */
  private static final String NOTING_CURL =
      """
      set -o pipefail
      curl() {
        local call
        call="$notes/$block-$(printf %03d "$(ls "$notes" | grep -c headers)")"
        command curl "$@" --dump-header "$call.headers" | tee "$call.body"
      }
      """;

  private final Path notes;

  private Walk(Path notes) {
    this.notes = notes;
  }

  /** What one call was answered. */
  record Answer(int status, List<String> headers, String body) {}

  /** Whether the programs are there that a walk needs. */
  static boolean isPossible() {
    return Stream.of("bash", "curl")
        .allMatch(
            program ->
                Stream.of(System.getenv("PATH").split(":", -1))
                    .anyMatch(folder -> Files.isExecutable(Path.of(folder, program))));
  }

  /**
   * Runs the page's shell commands.
   *
   * @param api the address that they begin with
   * @param domain stands for example.com, so that no walk meets another one's accounts
   */
  static Walk of(List<Block> blocks, String api, String domain)
      throws IOException, InterruptedException {
    Path notes = Files.createTempDirectory("walk-");
    Path script = notes.resolve("script.sh");
    Files.writeString(script, script(blocks, notes, domain));
    ProcessBuilder shell = new ProcessBuilder("bash", script.toString());
    shell.environment().put("COLLOQUY_API", api);
    shell.redirectErrorStream(true).redirectOutput(notes.resolve("output").toFile());
    Process running = shell.start();
    if (!running.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      running.destroyForcibly();
      throw new AssertionError("the walk did not end: " + notes.resolve("output"));
    }
    return new Walk(notes);
  }

  /** The answers to the calls of one block, in their order. */
  List<Answer> answers(int block) throws IOException {
    List<Path> calls;
    try (Stream<Path> files = Files.list(notes)) {
      calls =
          files
              .filter(file -> file.getFileName().toString().startsWith(block + "-"))
              .filter(file -> file.toString().endsWith(".headers"))
              .sorted()
              .toList();
    }
    List<Answer> answers = new ArrayList<>();
    for (Path headers : calls) {
      String name = headers.getFileName().toString().replace(".headers", ".body");
      answers.add(answer(Files.readAllLines(headers), Files.readString(notes.resolve(name))));
    }
    return answers;
  }

  private static String script(List<Block> blocks, Path notes, String domain) {
    StringBuilder script = new StringBuilder(NOTING_CURL).append("notes='" + notes + "'\n");
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i).language().equals("bash")) {
        script.append("block=").append(i).append('\n');
        script.append(blocks.get(i).text().replace("example.com", domain));
      }
    }
    return script.toString();
  }

  private static Answer answer(List<String> headers, String body) {
    int status = headers.isEmpty() ? 0 : Integer.parseInt(headers.getFirst().split(" ", 3)[1]);
    return new Answer(status, headers, body);
  }
}
