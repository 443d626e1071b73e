package dev.colloquy.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A reader who follows a link of the documents arrives. */
class LinksTest {

  @TestFactory
  Stream<DynamicTest> everyLinkWithinTheProjectLeadsSomewhere() {
    return Document.all().stream()
        .map(
            page ->
                DynamicTest.dynamicTest(
                    Document.PROJECT.relativize(page.path()).toString(), () -> checkLinks(page)));
  }

  private static void checkLinks(Document page) {
    assertThat(page.links())
        .filteredOn(link -> !link.contains("://"))
        .allSatisfy(
            link ->
                assertThat(Files.exists(page.path().resolveSibling(link)))
                    .as("%s, linked from %s", link, page.path())
                    .isTrue());
  }
}
