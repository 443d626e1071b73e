package dev.colloquy.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of the project's documentation, in Markdown. */
record Document(Path path, String text) {

  /** The project's folder; tests run in their module's. */
  static final Path PROJECT = Path.of("").toAbsolutePath().getParent();

  private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
  private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)(?:#[^)]*)?\\)");
  private static final String FENCE = "```";

  /** A fenced block, such as an example. */
  record Block(String language, String text) {}

  static Document at(String path) {
    return read(PROJECT.resolve(path));
  }

  static List<Document> all() {
    List<Document> all = new ArrayList<>();
    try (Stream<Path> top = Files.list(PROJECT);
        Stream<Path> docs = Files.walk(PROJECT.resolve("docs"))) {
      Stream.concat(top, docs)
          .filter(path -> path.toString().endsWith(".md"))
          .sorted()
          .map(Document::read)
          .forEach(all::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  /** What stands in backticks within lines. */
  List<String> code() {
    return matches(CODE);
  }

  /** Where its links lead, without fragments. */
  List<String> links() {
    return matches(LINK);
  }

  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    StringBuilder block = new StringBuilder();
    String language = "";
    boolean inside = false;
    for (String line : text.lines().toList()) {
      if (!line.startsWith(FENCE)) {
        block.append(line).append('\n');
      } else if (inside) {
        blocks.add(new Block(language, block.toString()));
        inside = false;
      } else {
        language = line.substring(FENCE.length()).strip();
        block.setLength(0);
        inside = true;
      }
    }
    return blocks;
  }

  private List<String> matches(Pattern pattern) {
    return pattern.matcher(text).results().map(Document::firstGroup).toList();
  }

  private static String firstGroup(MatchResult match) {
    return match.group(1);
  }

  private static Document read(Path path) {
    try {
      return new Document(path, Files.readString(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
