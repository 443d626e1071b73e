package dev.colloquy.conversation.testkit;

import dev.colloquy.conversation.domain.ConversationStatus;
import dev.colloquy.conversation.domain.Home;
import dev.colloquy.conversation.domain.port.out.ConversationReadModel;
import dev.colloquy.conversation.domain.port.out.DefaultConversations;
import dev.colloquy.conversation.domain.port.out.Feedbacks;
import dev.colloquy.conversation.domain.port.out.MessageLog;
import dev.colloquy.conversation.domain.port.out.ReadMarkers;
import dev.colloquy.conversation.domain.port.out.TypingSignals;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.DomainEvent;
import dev.colloquy.shared.domain.Role;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.shared.domain.port.out.Memberships;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import dev.colloquy.shared.testkit.Actors;
import dev.colloquy.shared.testkit.InMemoryDatabase;
import dev.colloquy.shared.testkit.InMemoryMemberships;
import dev.colloquy.shared.testkit.InMemoryUnitOfWork;
import dev.colloquy.shared.testkit.RecordingEvents;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The in-memory adapters, put together. */
public final class InMemoryGround implements ConversationGround {

  private final InMemoryDatabase database = new InMemoryDatabase();
  private final RecordingEvents events = new RecordingEvents(database);
  private final InMemoryHomes homes = new InMemoryHomes(database);
  private final InMemoryConversations conversations =
      new InMemoryConversations(database, homes, events);
  private final InMemoryMessages messages = new InMemoryMessages(database, events);
  private final InMemoryReadMarkers markers = new InMemoryReadMarkers(database, events);
  private final TypingSignals typing = new InMemoryTypingSignals(database, events);
  private final Feedbacks feedbacks = new InMemoryFeedbacks(database, events);
  private final DefaultConversations defaults = new InMemoryDefaultConversations(database);
  private final InMemoryMessageLog log =
      new InMemoryMessageLog(database, conversations, messages, events);

  public InMemoryDatabase database() {
    return database;
  }

  public RecordingEvents events() {
    return events;
  }

  public InMemoryHomes homes() {
    return homes;
  }

  @Override
  public TypingSignals typing() {
    return typing;
  }

  @Override
  public Feedbacks feedbacks() {
    return feedbacks;
  }

  @Override
  public DefaultConversations defaults() {
    return defaults;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return new InMemoryUnitOfWork(database);
  }

  @Override
  public InMemoryConversations conversations() {
    return conversations;
  }

  @Override
  public MessageLog log() {
    return log;
  }

  @Override
  public MessageLog logInUnitOfWork() {
    return log.inUnitOfWork();
  }

  @Override
  public InMemoryMessages messages() {
    return messages;
  }

  @Override
  public ReadMarkers markers() {
    return markers;
  }

  @Override
  public ConversationReadModel readModel() {
    return new InMemoryConversationReadModel(database, homes, conversations, messages, markers);
  }

  @Override
  public Memberships memberships() {
    return new InMemoryMemberships(database, homes, conversations);
  }

  @Override
  public UserId user() {
    return Actors.anyUser();
  }

  @Override
  public WorkspaceId workspace(UserId owner) {
    WorkspaceId workspace = new WorkspaceId(UUID.randomUUID());
    turn(workspace, ConversationStatus.ACTIVE);
    member(workspace, owner, Role.OWNER);
    return workspace;
  }

  @Override
  public void member(WorkspaceId workspace, UserId user, Role role) {
    database.given(() -> homes.put(workspace, user, role));
  }

  @Override
  public void turn(WorkspaceId workspace, ConversationStatus status) {
    database.given(() -> homes.put(new Home(workspace, status)));
  }

  @Override
  public List<Map<String, @Nullable Object>> written(ConversationId conversation, String type) {
    return events.all().stream()
        .filter(it -> it.type().equals(type))
        .filter(it -> it.conversationId().equals(Optional.of(conversation)))
        .map(DomainEvent::data)
        .toList();
  }
}
