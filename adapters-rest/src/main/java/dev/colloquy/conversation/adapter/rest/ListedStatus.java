package dev.colloquy.conversation.adapter.rest;

import dev.colloquy.conversation.domain.ConversationStatus;

/** By which status lists can be filtered; deleted conversations are never listed. */
enum ListedStatus {
  ACTIVE,
  ARCHIVED;

  ConversationStatus status() {
    return switch (this) {
      case ACTIVE -> ConversationStatus.ACTIVE;
      case ARCHIVED -> ConversationStatus.ARCHIVED;
    };
  }
}
