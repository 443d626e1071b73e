package dev.colloquy.identity.testkit;

import dev.colloquy.identity.domain.Colleague;
import dev.colloquy.identity.domain.User;
import dev.colloquy.identity.domain.port.out.Colleagues;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.shared.testkit.InMemoryDatabase;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Stream;

/** Knows from the in-memory adapters who shares a workspace with whom. */
public final class InMemoryColleagues implements Colleagues {

  private final InMemoryDatabase database;
  private final InMemoryUsers users;
  private final Function<UserId, Set<WorkspaceId>> workspaces;

  /** Takes the workspaces, deleted ones left out, in which a user has a seat. */
  public InMemoryColleagues(
      InMemoryDatabase database,
      InMemoryUsers users,
      Function<UserId, Set<WorkspaceId>> workspaces) {
    this.database = database;
    this.users = users;
    this.workspaces = workspaces;
  }

  @Override
  public CompletionStage<Page<Colleague>> search(
      Actor.OfUser actor, String text, PageRequest page) {
    return database.read(
        () -> Page.cut(after(actor, text, page), page.limit(), InMemoryColleagues::place));
  }

  @Override
  public CompletionStage<Optional<Colleague>> find(Actor.OfUser actor, UserId user) {
    return database.read(
        () -> of(actor).filter(colleague -> colleague.id().equals(user)).findFirst());
  }

  private List<Colleague> after(Actor.OfUser actor, String text, PageRequest page) {
    return of(actor)
        .filter(it -> contains(it.name().value(), text) || contains(place(it), text))
        .filter(it -> page.after().map(at -> place(it).compareTo(at.position()) > 0).orElse(true))
        .sorted(Comparator.comparing(InMemoryColleagues::place))
        .limit(page.limit() + 1L)
        .toList();
  }

  private Stream<Colleague> of(Actor.OfUser actor) {
    return users.all().stream()
        .filter(user -> user.id().equals(actor.user()) || shareOne(actor, user.id()))
        .map(InMemoryColleagues::colleague);
  }

  private boolean shareOne(Actor.OfUser actor, UserId other) {
    Set<WorkspaceId> theirs = workspaces.apply(other);
    return workspaces.apply(actor.user()).stream()
        .anyMatch(it -> actor.reaches(it) && theirs.contains(it));
  }

  private static Colleague colleague(User user) {
    return new Colleague(user.id(), user.profile().username(), user.profile().name());
  }

  private static boolean contains(String text, String part) {
    return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
  }

  private static String place(Colleague it) {
    return it.username().value().toLowerCase(Locale.ROOT);
  }
}
