package dev.colloquy.shared.domain;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Who acts, in every command and query. Driving adapters build one from what {@code Authenticate}
 * answered; a handler never takes a bare user id as the one who acts, so that the limits of a key
 * hold at every port.
 */
public sealed interface Actor {

  /** Where the command came from. */
  Origin origin();

  /** Whether the actor may do what needs this scope at all; people are not limited by scopes. */
  boolean has(KeyScope scope);

  /** Whether the actor may act in this workspace at all, whatever its user's role is there. */
  boolean reaches(WorkspaceId workspace);

  /** The id under which the actor appears in events: a user, a key, or none for our own jobs. */
  Optional<UUID> id();

  /** The kind under which the actor appears in events. */
  String kind();

  /** Someone who stands for a user: the person himself or one of his keys. */
  sealed interface OfUser extends Actor {

    /** The user for whom this actor acts. */
    UserId user();

    /** The user's role in the installation. */
    UserRole role();

    /** The only workspace that the actor reaches; empty where it reaches all of the user's. */
    Optional<WorkspaceId> boundTo();

    /** Whether the actor may use administrators' routes. */
    default boolean administers() {
      return role() == UserRole.ADMIN && has(KeyScope.ADMIN);
    }
  }

  /** A person who has logged in. */
  record Person(UserId user, LoginSessionId session, UserRole role, Origin origin)
      implements OfUser {

    @Override
    public Optional<WorkspaceId> boundTo() {
      return Optional.empty();
    }

    @Override
    public boolean has(KeyScope scope) {
      return true;
    }

    @Override
    public boolean reaches(WorkspaceId workspace) {
      return true;
    }

    @Override
    public Optional<UUID> id() {
      return Optional.of(user.value());
    }

    @Override
    public String kind() {
      return "person";
    }
  }

  /**
   * An API key.
   *
   * @param boundTo the only workspace that the key reaches; empty reaches all of its user's
   */
  record Key(
      UserId user,
      ApiKeyId key,
      UserRole role,
      Set<KeyScope> scopes,
      Optional<WorkspaceId> boundTo,
      Origin origin)
      implements OfUser {

    public Key {
      scopes = Set.copyOf(scopes);
    }

    @Override
    public boolean has(KeyScope scope) {
      return scopes.contains(scope);
    }

    @Override
    public boolean reaches(WorkspaceId wanted) {
      return boundTo.isEmpty() || boundTo.get().equals(wanted);
    }

    @Override
    public Optional<UUID> id() {
      return Optional.of(key.value());
    }

    @Override
    public String kind() {
      return "key";
    }
  }

  /**
   * A model or an agent that speaks on behalf of a user. It does nothing that the user may not do,
   * reaches one workspace, and administers nothing.
   *
   * @param agent the agent's id, or the model's where no agent was asked
   */
  record Agent(UserId user, UUID agent, WorkspaceId workspace, Origin origin) implements OfUser {

    @Override
    public UserRole role() {
      return UserRole.USER;
    }

    @Override
    public Optional<WorkspaceId> boundTo() {
      return Optional.of(workspace);
    }

    @Override
    public boolean has(KeyScope scope) {
      return scope != KeyScope.ADMIN;
    }

    @Override
    public boolean reaches(WorkspaceId wanted) {
      return workspace.equals(wanted);
    }

    @Override
    public Optional<UUID> id() {
      return Optional.of(agent);
    }

    @Override
    public String kind() {
      return "agent";
    }
  }

  /** A job of Colloquy's own, such as a purge or the first set-up. */
  record System(String job, Origin origin) implements Actor {

    @Override
    public boolean has(KeyScope scope) {
      return true;
    }

    @Override
    public boolean reaches(WorkspaceId workspace) {
      return true;
    }

    @Override
    public Optional<UUID> id() {
      return Optional.empty();
    }

    @Override
    public String kind() {
      return "system";
    }
  }
}
