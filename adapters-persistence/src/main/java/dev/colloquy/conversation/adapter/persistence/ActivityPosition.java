package dev.colloquy.conversation.adapter.persistence;

import dev.colloquy.conversation.domain.KnownConversation;
import dev.colloquy.conversation.domain.MyConversation;
import java.time.Instant;
import java.util.UUID;

/** A conversation's place in a list by activity. */
record ActivityPosition(Instant lastActiveAt, UUID id) {

  static ActivityPosition of(MyConversation it) {
    return new ActivityPosition(it.activity().lastActiveAt(), it.conversation().id().value());
  }

  static ActivityPosition of(KnownConversation it) {
    return new ActivityPosition(it.lastActiveAt(), it.id().value());
  }

  static ActivityPosition parse(String text) {
    String[] parts = text.split("/", 2);
    return new ActivityPosition(Instant.parse(parts[0]), UUID.fromString(parts[1]));
  }

  String text() {
    return lastActiveAt + "/" + id;
  }
}
