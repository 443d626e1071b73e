package dev.colloquy.conversation.domain;

/** Where a conversation stands in its life. */
public enum ConversationStatus {
  ACTIVE,
  /** Readable; takes no changes until it is restored. */
  ARCHIVED,
  /** Gone for everybody, until its creator restores it or the purge removes it. */
  DELETED
}
