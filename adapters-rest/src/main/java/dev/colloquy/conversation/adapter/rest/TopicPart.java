package dev.colloquy.conversation.adapter.rest;

import dev.colloquy.conversation.domain.Topic;
import dev.colloquy.shared.adapter.rest.request.Query;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The filter {@code q}, which is as long as a topic at the most. */
final class TopicPart {

  private TopicPart() {}

  static Optional<String> of(@Nullable String q) {
    return Query.text("q", q, Topic::new).map(Topic::value);
  }
}
