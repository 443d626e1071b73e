package dev.colloquy.conversation.domain;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A partial change; what is empty stays as it is. Metadata is merged (RFC 7396). */
public record ConversationPatch(
    Optional<Topic> topic,
    Optional<Modality> modality,
    Optional<Map<String, @Nullable Object>> metadata) {

  /** What the draft comes to with this change. */
  public ConversationDraft applyTo(ConversationDraft draft) {
    return new ConversationDraft(
        topic.orElse(draft.topic()),
        modality.orElse(draft.modality()),
        metadata.map(draft.metadata()::merge).orElse(draft.metadata()));
  }
}
