package dev.colloquy.conversation.testkit;

import dev.colloquy.conversation.domain.ConversationStatus;
import dev.colloquy.conversation.domain.Home;
import dev.colloquy.shared.domain.Role;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.shared.testkit.InMemoryDatabase;
import dev.colloquy.shared.testkit.InMemoryMemberships;
import dev.colloquy.shared.testkit.Table;
import java.util.Optional;

/** What conversations need to know of workspaces: their status and who is what in them. */
public final class InMemoryHomes implements InMemoryMemberships.WorkspaceSeats {

  private final Table<WorkspaceId, Home> homes;
  private final Table<Seat, Role> seats;

  public InMemoryHomes(InMemoryDatabase database) {
    this.homes = database.table();
    this.seats = database.table();
  }

  /** The workspace, or a deleted one where there is none. */
  public Home home(WorkspaceId workspace) {
    return homes.get(workspace).orElse(new Home(workspace, ConversationStatus.DELETED));
  }

  public void put(Home home) {
    homes.put(home.workspace(), home);
  }

  public void put(WorkspaceId workspace, UserId user, Role role) {
    seats.put(new Seat(workspace, user), role);
  }

  public void remove(WorkspaceId workspace, UserId user) {
    seats.remove(new Seat(workspace, user));
  }

  @Override
  public Optional<Role> roleOf(UserId user, WorkspaceId workspace) {
    return seats.get(new Seat(workspace, user));
  }

  private record Seat(WorkspaceId workspace, UserId user) {}
}
