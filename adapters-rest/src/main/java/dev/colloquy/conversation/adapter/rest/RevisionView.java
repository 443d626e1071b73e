package dev.colloquy.conversation.adapter.rest;

import dev.colloquy.conversation.domain.Revision;
import java.time.Instant;

/** What a message said before an edit, and the version that said so. */
record RevisionView(long version, String content, Instant replacedAt) {

  static RevisionView of(Revision it) {
    return new RevisionView(it.version(), it.content().value(), it.replacedAt());
  }
}
