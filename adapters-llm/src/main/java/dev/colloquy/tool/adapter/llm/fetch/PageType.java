package dev.colloquy.tool.adapter.llm.fetch;

import dev.colloquy.tool.domain.ToolException.ToolFailed;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a page says that it is, as far as it is text. */
record PageType(Charset charset) {

  private static final Pattern TEXT =
      Pattern.compile("text/.*|application/(json|xml|javascript|yaml|x-yaml|.*\\+json|.*\\+xml)");
  private static final Pattern CHARSET = Pattern.compile(";\\s*charset=\"?([A-Za-z0-9._:-]{1,40})");

  /** Fails with {@link ToolFailed} where it is no text. */
  static PageType of(@Nullable String contentType) {
    String type = contentType == null ? "text/plain" : contentType.toLowerCase(Locale.ROOT);
    String media = type.split(";", 2)[0].strip();
    if (!TEXT.matcher(media).matches()) {
      throw new ToolFailed("The page is no text.");
    }
    Matcher named = CHARSET.matcher(type);
    return new PageType(named.find() ? charset(named.group(1)) : StandardCharsets.UTF_8);
  }

  private static Charset charset(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalArgumentException unknown) {
      return StandardCharsets.UTF_8;
    }
  }
}
