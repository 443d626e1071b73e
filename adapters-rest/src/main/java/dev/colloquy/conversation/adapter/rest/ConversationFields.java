package dev.colloquy.conversation.adapter.rest;

import dev.colloquy.conversation.domain.ConversationDraft;
import dev.colloquy.conversation.domain.Modality;
import dev.colloquy.conversation.domain.Topic;
import dev.colloquy.shared.adapter.rest.body.Fields;
import dev.colloquy.shared.adapter.rest.body.Json;
import dev.colloquy.shared.domain.Metadata;
import dev.colloquy.shared.domain.UserId;
import java.util.List;
import java.util.Optional;

/** What the bodies about conversations have in common. */
final class ConversationFields {

  /** How many participants one request names at the most. */
  static final int MAX_PARTICIPANTS = 200;

  private ConversationFields() {}

  /** The topic, under either of its names but not both. */
  static Topic topic(Fields fields) {
    return fields.required(topicName(fields), Topic::new);
  }

  /** The topic of a change. */
  static Optional<Topic> topicChange(Fields fields) {
    return fields.change(topicName(fields), Topic::new);
  }

  static List<UserId> participants(Fields fields) {
    return fields
        .optional("participant_ids", Json.list(MAX_PARTICIPANTS, Json.id(UserId::new)))
        .orElseGet(List::of);
  }

  static ConversationDraft draft(Topic topic, Optional<Modality> modality, Metadata metadata) {
    return new ConversationDraft(topic, modality.orElse(Modality.CHAT), metadata);
  }

  private static String topicName(Fields fields) {
    boolean titled = fields.has("title");
    if (titled && fields.has("topic")) {
      fields.refuse("title", "must not stand beside topic, which means the same");
    }
    return titled ? "title" : "topic";
  }
}
