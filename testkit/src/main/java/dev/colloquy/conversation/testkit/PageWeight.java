package dev.colloquy.conversation.testkit;

import static dev.colloquy.conversation.domain.port.out.MessageLog.PAGE_BYTES;

import dev.colloquy.conversation.domain.Content;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Where a page has to end. */
final class PageWeight {

  private PageWeight() {}

  /** How many of them, from the first on, make a page. */
  static int fitting(List<Optional<Content>> contents, int limit) {
    int fitting = 0;
    int bytes = 0;
    while (fitting < Math.min(limit, contents.size()) && bytes < PAGE_BYTES) {
      bytes += contents.get(fitting).map(PageWeight::bytes).orElse(0);
      fitting++;
    }
    return fitting;
  }

  private static int bytes(Content content) {
    return content.value().getBytes(StandardCharsets.UTF_8).length;
  }
}
