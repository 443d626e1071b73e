package dev.colloquy.conversation.adapter.rest;

import dev.colloquy.conversation.domain.Activity;
import dev.colloquy.conversation.domain.Conversation;
import dev.colloquy.conversation.domain.MyConversation;
import dev.colloquy.shared.adapter.rest.answer.Text;
import dev.colloquy.shared.domain.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as one of its participants sees it.
 *
 * @param unreadCount counted up to 1,000
 * @param contextSummary what was said before, in short, as models are told it; null where nobody
 *     has summed it up
 */
record ConversationView(
    UUID id,
    UUID workspaceId,
    String topic,
    String modality,
    UUID createdBy,
    List<UUID> participantIds,
    String status,
    @Nullable ForkOriginView forkedFrom,
    Instant lastActiveAt,
    long messageCount,
    long unreadCount,
    @Nullable String contextSummary,
    Map<String, @Nullable Object> metadata,
    Instant createdAt,
    Instant updatedAt,
    long version)
    implements ListedConversationView {

  static ConversationView of(MyConversation mine) {
    Conversation it = mine.conversation();
    Activity activity = mine.activity();
    return new ConversationView(
        it.id().value(),
        it.home().workspace().value(),
        it.draft().topic().value(),
        it.draft().modality().value(),
        it.createdBy().value(),
        it.participants().stream().map(UserId::value).toList(),
        Text.of(it.status()),
        it.forkedFrom().map(ForkOriginView::of).orElse(null),
        activity.lastActiveAt(),
        activity.messageCount(),
        activity.unreadCount(),
        activity.summary().orElse(null),
        it.draft().metadata().values(),
        it.createdAt(),
        it.updatedAt(),
        it.version());
  }
}
