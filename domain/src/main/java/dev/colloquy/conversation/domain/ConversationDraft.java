package dev.colloquy.conversation.domain;

import dev.colloquy.shared.domain.Metadata;

/** Everything about a conversation that its people may write. */
public record ConversationDraft(Topic topic, Modality modality, Metadata metadata) {}
