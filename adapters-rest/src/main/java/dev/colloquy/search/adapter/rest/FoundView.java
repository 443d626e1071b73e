package dev.colloquy.search.adapter.rest;

import dev.colloquy.search.domain.Found;
import dev.colloquy.shared.adapter.rest.answer.Text;
import java.util.UUID;

/**
 * Something that was found.
 *
 * @param highlight a piece of its text with what fits between two asterisks each
 */
record FoundView(
    String type, UUID id, UUID workspaceId, UUID conversationId, String highlight, double score) {

  static FoundView of(Found it) {
    return new FoundView(
        Text.of(it.type()),
        it.id(),
        it.workspace().value(),
        it.conversation().value(),
        it.highlight(),
        it.score());
  }
}
