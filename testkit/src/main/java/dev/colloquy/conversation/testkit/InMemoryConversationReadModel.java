package dev.colloquy.conversation.testkit;

import dev.colloquy.conversation.domain.Activity;
import dev.colloquy.conversation.domain.Conversation;
import dev.colloquy.conversation.domain.ConversationFilter;
import dev.colloquy.conversation.domain.KnownConversation;
import dev.colloquy.conversation.domain.Message;
import dev.colloquy.conversation.domain.MyConversation;
import dev.colloquy.conversation.domain.port.out.ConversationReadModel;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.CommonException.NotFound;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.shared.testkit.InMemoryDatabase;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Lists what the in-memory adapters keep. */
public final class InMemoryConversationReadModel implements ConversationReadModel {

  private final InMemoryDatabase database;
  private final InMemoryHomes homes;
  private final InMemoryConversations conversations;
  private final InMemoryMessages messages;
  private final InMemoryReadMarkers markers;

  public InMemoryConversationReadModel(
      InMemoryDatabase database,
      InMemoryHomes homes,
      InMemoryConversations conversations,
      InMemoryMessages messages,
      InMemoryReadMarkers markers) {
    this.database = database;
    this.homes = homes;
    this.conversations = conversations;
    this.messages = messages;
    this.markers = markers;
  }

  @Override
  public CompletionStage<Page<MyConversation>> conversationsOf(
      Actor.OfUser participant, ConversationFilter filter, PageRequest page) {
    Predicate<Conversation> mine =
        it -> it.isParticipant(participant.user()) && participant.reaches(it.home().workspace());
    return database.read(
        () ->
            page(mine.and(it -> passes(it, filter)), page)
                .map(it -> new MyConversation(it, activity(it, participant.user()))));
  }

  @Override
  public CompletionStage<Page<KnownConversation>> conversationsIn(
      WorkspaceId workspace, ConversationFilter filter, PageRequest page) {
    ConversationFilter inWorkspace = filter.in(workspace);
    return database.read(() -> page(it -> passes(it, inWorkspace), page).map(this::known));
  }

  @Override
  public CompletionStage<Activity> activityOf(ConversationId conversation, UserId reader) {
    return database.read(
        () ->
            conversations
                .row(conversation)
                .map(it -> activity(it, reader))
                .orElseThrow(() -> new NotFound("conversation")));
  }

  @Override
  public CompletionStage<Set<UserId>> membersAmong(WorkspaceId workspace, List<UserId> users) {
    return database.read(
        () ->
            users.stream()
                .filter(it -> homes.roleOf(it, workspace).isPresent())
                .collect(Collectors.toUnmodifiableSet()));
  }

  private Page<Conversation> page(Predicate<Conversation> wanted, PageRequest page) {
    Comparator<Conversation> order =
        Comparator.comparing(InMemoryConversationReadModel.this::place).reversed();
    List<Conversation> found =
        conversations.all().stream()
            .filter(it -> !it.isGone())
            .filter(wanted)
            .filter(it -> page.after().map(c -> place(it).compareTo(c.position()) < 0).orElse(true))
            .sorted(order)
            .limit(page.limit() + 1L)
            .toList();
    return Page.cut(found, page.limit(), this::place);
  }

  /** Sorts like time and id. */
  private String place(Conversation conversation) {
    Instant at = lastActiveAt(conversation);
    return String.format(Locale.ROOT, "%020d.%09d", at.getEpochSecond(), at.getNano())
        + conversation.id();
  }

  private static boolean passes(Conversation it, ConversationFilter filter) {
    return filter.workspace().map(it.home().workspace()::equals).orElse(true)
        && filter.status().map(it.status()::equals).orElse(true)
        && filter.topicPart().map(part -> contains(it, part)).orElse(true);
  }

  private static boolean contains(Conversation it, String part) {
    String topic = it.draft().topic().value().toLowerCase(Locale.ROOT);
    return topic.contains(part.toLowerCase(Locale.ROOT));
  }

  private Activity activity(Conversation conversation, UserId reader) {
    List<Message> all = messages.of(conversation.id());
    long marker = markers.seq(conversation.id(), reader);
    long unread =
        all.stream()
            .filter(it -> it.seq() > marker && !it.sender().is(reader) && !it.isDeleted())
            .limit(Activity.MOST_UNREAD)
            .count();
    return new Activity(lastActiveAt(conversation), all.size(), unread);
  }

  /** A fork is younger than what it copies. */
  private Instant lastActiveAt(Conversation conversation) {
    return messages.of(conversation.id()).stream()
        .map(Message::timestamp)
        .reduce(conversation.createdAt(), (one, other) -> one.isAfter(other) ? one : other);
  }

  private KnownConversation known(Conversation it) {
    return new KnownConversation(
        it.id(),
        it.home().workspace(),
        it.status(),
        it.participants(),
        it.createdAt(),
        lastActiveAt(it));
  }
}
