package dev.colloquy.conversation.domain;

import java.time.Instant;

/**
 * What a message said before an edit.
 *
 * @param version the message's version that had this text
 * @param replacedAt when the edit replaced it
 */
public record Revision(long version, Content content, Instant replacedAt) {}
