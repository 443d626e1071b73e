package dev.colloquy.search.testkit;

import dev.colloquy.conversation.domain.Content;
import dev.colloquy.conversation.domain.Conversation;
import dev.colloquy.conversation.domain.Message;
import dev.colloquy.conversation.testkit.InMemoryConversations;
import dev.colloquy.conversation.testkit.InMemoryMessages;
import dev.colloquy.search.domain.Found;
import dev.colloquy.search.domain.FoundType;
import dev.colloquy.search.domain.SearchFilter;
import dev.colloquy.search.domain.SearchText;
import dev.colloquy.search.domain.port.out.SearchReadModel;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.testkit.InMemoryDatabase;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** Looks through what the in-memory adapters keep, word by word. */
public final class InMemorySearch implements SearchReadModel {

  private final InMemoryDatabase database;
  private final InMemoryConversations conversations;
  private final InMemoryMessages messages;

  /** Something that has a text. */
  private record Text(
      FoundType type, UUID id, Conversation conversation, Instant at, String value) {}

  public InMemorySearch(
      InMemoryDatabase database, InMemoryConversations conversations, InMemoryMessages messages) {
    this.database = database;
    this.conversations = conversations;
    this.messages = messages;
  }

  @Override
  public CompletionStage<Page<Found>> search(
      Actor.OfUser reader, SearchText text, SearchFilter filter, PageRequest page) {
    Query query = Query.of(text.value());
    return database.read(() -> page(ranked(reader, query, filter), page));
  }

  private List<Found> ranked(Actor.OfUser reader, Query query, SearchFilter filter) {
    return conversations.all().stream()
        .filter(it -> mayRead(reader, it))
        .filter(it -> filter.workspace().map(it.home().workspace()::equals).orElse(true))
        .flatMap(this::texts)
        .filter(it -> filter.types().contains(it.type()))
        .filter(it -> filter.from().map(from -> !it.at().isBefore(from)).orElse(true))
        .filter(it -> filter.to().map(it.at()::isBefore).orElse(true))
        .filter(it -> query.fits(it.value()))
        .map(it -> found(query, it))
        .sorted(Comparator.comparing(InMemorySearch::place).reversed())
        .toList();
  }

  private static boolean mayRead(Actor.OfUser reader, Conversation conversation) {
    return !conversation.isGone()
        && conversation.isParticipant(reader.user())
        && reader.reaches(conversation.home().workspace());
  }

  private Stream<Text> texts(Conversation it) {
    Text topic =
        new Text(
            FoundType.CONVERSATION,
            it.id().value(),
            it,
            it.createdAt(),
            it.draft().topic().value());
    return Stream.concat(
        Stream.of(topic),
        messages.of(it.id()).stream()
            .flatMap(message -> message.content().stream().map(said -> text(it, message, said))));
  }

  private static Text text(Conversation conversation, Message message, Content said) {
    return new Text(
        FoundType.MESSAGE, message.id().value(), conversation, message.timestamp(), said.value());
  }

  private static Found found(Query query, Text text) {
    return new Found(
        text.type(),
        text.id(),
        text.conversation().home().workspace(),
        text.conversation().id(),
        query.highlighted(text.value()),
        query.score(text.value()));
  }

  private static Page<Found> page(List<Found> ranked, PageRequest page) {
    return Page.cut(
        ranked.stream()
            .filter(
                it -> page.after().map(at -> place(it).compareTo(at.position()) < 0).orElse(true))
            .limit(page.limit() + 1L)
            .toList(),
        page.limit(),
        InMemorySearch::place);
  }

  /** Sorts like score and id. */
  private static String place(Found it) {
    return String.format(Locale.ROOT, "%020.9f/", it.score()) + it.id();
  }
}
