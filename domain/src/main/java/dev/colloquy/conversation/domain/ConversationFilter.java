package dev.colloquy.conversation.domain;

import dev.colloquy.shared.domain.WorkspaceId;
import java.util.Optional;

/**
 * Which conversations a list shows; what is empty limits nothing.
 *
 * @param topicPart a part of the topic, without regard to case
 */
public record ConversationFilter(
    Optional<WorkspaceId> workspace,
    Optional<ConversationStatus> status,
    Optional<String> topicPart) {

  /** The same, but in this workspace alone. */
  public ConversationFilter in(WorkspaceId only) {
    return new ConversationFilter(Optional.of(only), status, topicPart);
  }
}
