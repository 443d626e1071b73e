package dev.colloquy.conversation.testkit;

import dev.colloquy.conversation.domain.Content;
import dev.colloquy.conversation.domain.Message;
import dev.colloquy.conversation.domain.MessageId;
import dev.colloquy.conversation.domain.Revision;
import dev.colloquy.conversation.domain.port.out.Messages;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.CommonException;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.port.out.EventAppender;
import dev.colloquy.shared.testkit.InMemoryDatabase;
import dev.colloquy.shared.testkit.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/** Keeps messages in memory. */
public final class InMemoryMessages implements Messages {

  private final InMemoryDatabase database;
  private final EventAppender events;
  private final Table<MessageId, Message> rows;
  private final Table<MessageId, List<Revision>> revisions;

  public InMemoryMessages(InMemoryDatabase database, EventAppender events) {
    this.database = database;
    this.events = events;
    this.rows = database.table();
    this.revisions = database.table();
  }

  @Override
  public CompletionStage<Optional<Message>> find(ConversationId conversation, MessageId id) {
    return database.read(() -> row(conversation, id));
  }

  @Override
  public CompletionStage<Page<Revision>> revisions(MessageId message, PageRequest page) {
    long after = page.after().map(it -> Long.parseLong(it.position())).orElse(0L);
    return database.read(
        () -> {
          List<Revision> later =
              revisions.get(message).orElseGet(List::of).stream()
                  .filter(it -> it.version() > after)
                  .toList();
          int fitting =
              PageWeight.fitting(
                  later.stream().map(it -> Optional.of(it.content())).toList(), page.limit());
          return Page.cut(later, fitting, it -> String.valueOf(it.version()));
        });
  }

  @Override
  public CompletionStage<Void> copy(ConversationId from, long upTo, ConversationId to) {
    return database
        .inUnitOfWork(
            () -> {
              List<Message> source = of(from).stream().filter(it -> it.seq() <= upTo).toList();
              Map<MessageId, MessageId> copies = new HashMap<>();
              source.forEach(it -> copies.put(it.id(), new MessageId(UUID.randomUUID())));
              source.forEach(it -> insert(it.copiedTo(to, copies)));
              return true;
            })
        .thenAccept(copied -> {});
  }

  /** Nothing here ever waits: the first to commit wins. */
  @Override
  public CompletionStage<Void> hold(ConversationId conversation, UserId user) {
    return database.inUnitOfWork(() -> true).thenAccept(held -> {});
  }

  @Override
  public CompletionStage<Message> save(Change<Message> changed) {
    return database
        .inUnitOfWork(() -> changed.isNothing() ? changed.now() : updated(changed.now()))
        .thenCompose(row -> events.append(changed.events()).thenApply(appended -> row));
  }

  Optional<Message> row(ConversationId conversation, MessageId id) {
    return rows.get(id).filter(it -> it.conversation().equals(conversation));
  }

  void insert(Message message) {
    rows.put(message.id(), message);
  }

  /** What a conversation has, in ascending order. */
  public List<Message> of(ConversationId conversation) {
    return rows.values().stream().filter(it -> it.conversation().equals(conversation)).toList();
  }

  private Message updated(Message row) {
    Message before =
        rows.get(row.id())
            .filter(it -> it.version() == row.version() - 1)
            .orElseThrow(CommonException.Conflict::new);
    if (row.isDeleted()) {
      revisions.remove(row.id());
    } else if (!row.content().equals(before.content())) {
      before.content().ifPresent(text -> keep(before, text, row));
    }
    rows.put(row.id(), row);
    return row;
  }

  private void keep(Message before, Content text, Message row) {
    List<Revision> all = new ArrayList<>(revisions.get(row.id()).orElseGet(List::of));
    all.add(new Revision(before.version(), text, row.editedAt().orElse(row.timestamp())));
    revisions.put(row.id(), List.copyOf(all));
  }
}
