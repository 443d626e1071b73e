package dev.colloquy.workspace.testkit;

import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.CommonException.Duplicate;
import dev.colloquy.shared.domain.Role;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.shared.domain.port.out.EventAppender;
import dev.colloquy.shared.testkit.InMemoryDatabase;
import dev.colloquy.shared.testkit.InMemoryMemberships.WorkspaceSeats;
import dev.colloquy.shared.testkit.Table;
import dev.colloquy.workspace.domain.Member;
import dev.colloquy.workspace.domain.MemberRole;
import dev.colloquy.workspace.domain.port.out.Members;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Seats in memory. */
public final class InMemoryMembers implements Members, WorkspaceSeats {

  private final InMemoryDatabase database;
  private final Table<Seat, Member> seats;
  private final EventAppender events;

  private record Seat(WorkspaceId workspace, UserId user) {

    static Seat of(Member member) {
      return new Seat(member.workspace(), member.user());
    }
  }

  public InMemoryMembers(InMemoryDatabase database, EventAppender events) {
    this.database = database;
    this.seats = database.table();
    this.events = events;
  }

  @Override
  public CompletionStage<Optional<Member>> find(WorkspaceId workspace, UserId user) {
    return database.inUnitOfWork(() -> seats.get(new Seat(workspace, user)));
  }

  @Override
  public CompletionStage<List<Member>> seatsOf(UserId user) {
    return database.inUnitOfWork(
        () -> seats.values().stream().filter(it -> it.user().equals(user)).toList());
  }

  @Override
  public CompletionStage<Member> add(Change<Member> joined) {
    return database
        .inUnitOfWork(() -> added(joined.now()))
        .thenCompose(member -> events.append(joined.events()))
        .thenApply(written -> joined.now());
  }

  @Override
  public CompletionStage<Member> save(Change<Member> changed) {
    if (changed.isNothing()) {
      return CompletableFuture.completedFuture(changed.now());
    }
    return database
        .inUnitOfWork(() -> seat(changed.now()))
        .thenCompose(member -> events.append(changed.events()))
        .thenApply(written -> changed.now());
  }

  @Override
  public CompletionStage<Void> remove(Change<Member> left) {
    return database
        .inUnitOfWork(
            () -> {
              seats.remove(Seat.of(left.now()));
              return true;
            })
        .thenCompose(removed -> events.append(left.events()));
  }

  @Override
  public Optional<Role> roleOf(UserId user, WorkspaceId workspace) {
    return seats.get(new Seat(workspace, user)).map(Member::role).map(InMemoryMembers::role);
  }

  /** Gives somebody a seat, inside a unit of work. */
  Member seat(Member member) {
    seats.put(Seat.of(member), member);
    return member;
  }

  List<Member> all() {
    return seats.values();
  }

  Optional<Member> get(WorkspaceId workspace, UserId user) {
    return seats.get(new Seat(workspace, user));
  }

  private Member added(Member member) {
    if (seats.get(Seat.of(member)).isPresent()) {
      throw new Duplicate("This user is a member already.");
    }
    return seat(member);
  }

  private static Role role(MemberRole role) {
    return switch (role) {
      case OWNER -> Role.OWNER;
      case ADMIN -> Role.ADMIN;
      case EDITOR -> Role.EDITOR;
      case VIEWER -> Role.VIEWER;
    };
  }
}
