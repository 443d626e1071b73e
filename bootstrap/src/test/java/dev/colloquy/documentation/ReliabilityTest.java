package dev.colloquy.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tests that are named as proof exist. */
class ReliabilityTest {

  private static final Pattern TEST = Pattern.compile("[A-Z]\\w+\\.[a-z]\\w+");

  @Test
  void everyTestNamedExists() throws IOException {
    List<String> named =
        Document.at("docs/reliability.md").code().stream().filter(TEST.asMatchPredicate()).toList();
    Map<String, Path> files = tests();

    assertThat(named)
        .hasSizeGreaterThan(20)
        .allSatisfy(
            test -> {
              String[] parts = test.split("\\.", 2);
              assertThat(files).containsKey(parts[0]);
              assertThat(files.get(parts[0])).content().contains("void " + parts[1] + "(");
            });
  }

  private static Map<String, Path> tests() throws IOException {
    try (Stream<Path> files = Files.walk(Document.PROJECT)) {
      return files
          .filter(path -> path.getFileName().toString().endsWith(".java"))
          .filter(path -> path.toString().matches(".*(test|testkit).*"))
          .collect(
              Collectors.toMap(
                  path -> path.getFileName().toString().replace(".java", ""),
                  path -> path,
                  (one, another) -> one));
    }
  }
}
