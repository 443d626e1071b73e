package dev.colloquy.shared.testkit;

import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.Role;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.shared.domain.port.out.Memberships;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import dev.colloquy.shared.testkit.InMemoryMemberships.ConversationSeats.Seat;
import java.util.Optional;

final class InMemoryMembershipsTest implements MembershipsContract {

  private final InMemoryDatabase database = new InMemoryDatabase();
  private final SequentialIds ids = new SequentialIds();
  private final Table<MemberKey, Role> members = database.table();
  private final Table<ConversationId, Started> conversations = database.table();
  private final Table<ParticipantKey, UserId> participants = database.table();
  private final InMemoryMemberships memberships =
      new InMemoryMemberships(
          database, (user, workspace) -> members.get(new MemberKey(workspace, user)), this::seatOf);

  private record MemberKey(WorkspaceId workspace, UserId user) {}

  private record Started(WorkspaceId workspace, UserId creator) {}

  private record ParticipantKey(ConversationId conversation, UserId user) {}

  @Override
  public Memberships memberships() {
    return memberships;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return new InMemoryUnitOfWork(database);
  }

  @Override
  public UserId user() {
    return new UserId(ids.next());
  }

  @Override
  public WorkspaceId workspaceOf(UserId owner) {
    WorkspaceId workspace = new WorkspaceId(ids.next());
    seat(workspace, owner, Role.OWNER);
    return workspace;
  }

  @Override
  public void seat(WorkspaceId workspace, UserId user, Role role) {
    database.given(() -> members.put(new MemberKey(workspace, user), role));
  }

  @Override
  public ConversationId conversationIn(WorkspaceId workspace, UserId creator) {
    ConversationId conversation = new ConversationId(ids.next());
    database.given(() -> conversations.put(conversation, new Started(workspace, creator)));
    participant(conversation, creator);
    return conversation;
  }

  @Override
  public void participant(ConversationId conversation, UserId user) {
    database.given(() -> participants.put(new ParticipantKey(conversation, user), user));
  }

  @Override
  public void leave(ConversationId conversation, UserId user) {
    database.given(() -> participants.remove(new ParticipantKey(conversation, user)));
  }

  private Optional<Seat> seatOf(UserId user, ConversationId conversation) {
    return conversations
        .get(conversation)
        .map(
            it ->
                new Seat(
                    it.workspace(),
                    participants.get(new ParticipantKey(conversation, user)).isPresent(),
                    it.creator().equals(user)));
  }
}
