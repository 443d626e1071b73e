package dev.colloquy.shared.testkit;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.Role;
import dev.colloquy.shared.domain.Scope;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.shared.domain.port.out.Memberships;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** Knows who is what from the in-memory adapters that keep it. */
public final class InMemoryMemberships implements Memberships {

  private final InMemoryDatabase database;
  private final WorkspaceSeats workspaces;
  private final ConversationSeats conversations;

  /** Where members of workspaces are kept. */
  @FunctionalInterface
  public interface WorkspaceSeats {

    Optional<Role> roleOf(UserId user, WorkspaceId workspace);
  }

  /** Where participants of conversations are kept. */
  @FunctionalInterface
  public interface ConversationSeats {

    /** How the user stands to the conversation; empty where there is no such conversation. */
    Optional<Seat> seatOf(UserId user, ConversationId conversation);

    /**
     * A conversation as one user sees it.
     *
     * @param workspace where the conversation is
     * @param participates whether the user takes part in it
     * @param started whether the user has started it
     */
    record Seat(WorkspaceId workspace, boolean participates, boolean started) {}
  }

  public InMemoryMemberships(
      InMemoryDatabase database, WorkspaceSeats workspaces, ConversationSeats conversations) {
    this.database = database;
    this.workspaces = workspaces;
    this.conversations = conversations;
  }

  /** For use cases that know no conversations. */
  public InMemoryMemberships(InMemoryDatabase database, WorkspaceSeats workspaces) {
    this(database, workspaces, (user, conversation) -> Optional.empty());
  }

  @Override
  public CompletionStage<Set<Role>> rolesOf(Actor actor, Scope scope) {
    return database.read(
        () ->
            switch (actor) {
              case Actor.OfUser person -> Set.copyOf(roles(person, scope));
              case Actor.System job -> Set.of();
            });
  }

  private Set<Role> roles(Actor.OfUser actor, Scope scope) {
    return switch (scope) {
      case Scope.OfWorkspace(var workspace) -> inWorkspace(actor, workspace);
      case Scope.OfConversation(var conversation) ->
          conversations
              .seatOf(actor.user(), conversation)
              .filter(seat -> actor.reaches(seat.workspace()))
              .map(seat -> inConversation(actor, seat))
              .orElseGet(Set::of);
    };
  }

  private Set<Role> inWorkspace(Actor.OfUser actor, WorkspaceId workspace) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    if (actor.reaches(workspace)) {
      workspaces.roleOf(actor.user(), workspace).ifPresent(roles::add);
    }
    return roles;
  }

  private Set<Role> inConversation(Actor.OfUser actor, ConversationSeats.Seat seat) {
    Set<Role> roles = inWorkspace(actor, seat.workspace());
    if (seat.participates()) {
      roles.add(Role.PARTICIPANT);
      if (seat.started()) {
        roles.add(Role.CREATOR);
      }
    }
    return roles;
  }
}
