package dev.colloquy.identity.application;

import dev.colloquy.identity.domain.AccountAccess;
import dev.colloquy.identity.domain.Colleague;
import dev.colloquy.identity.domain.port.in.BrowseColleagues;
import dev.colloquy.identity.domain.port.out.Colleagues;
import dev.colloquy.identity.domain.port.out.Users;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.CommonException.AccessDenied;
import dev.colloquy.shared.domain.CommonException.NotFound;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.UserId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Finds the people one shares a workspace with. */
public final class BrowseColleaguesHandler implements BrowseColleagues {

  private final Colleagues colleagues;
  private final Users users;

  public BrowseColleaguesHandler(Colleagues colleagues, Users users) {
    this.colleagues = colleagues;
    this.users = users;
  }

  @Override
  public CompletionStage<Page<Colleague>> search(
      Actor.OfUser actor, String text, PageRequest page) {
    return CompletableFuture.completedFuture(actor)
        .thenApply(AccountAccess::reads)
        .thenCompose(reader -> colleagues.search(reader, text, page));
  }

  @Override
  public CompletionStage<Colleague> find(Actor.OfUser actor, UserId user) {
    return CompletableFuture.completedFuture(actor)
        .thenApply(AccountAccess::reads)
        .thenCompose(reader -> colleagues.find(reader, user))
        .thenCompose(
            found ->
                found
                    .<CompletionStage<Colleague>>map(CompletableFuture::completedFuture)
                    .orElseGet(() -> refused(user)));
  }

  private CompletionStage<Colleague> refused(UserId user) {
    return users
        .find(user)
        .thenApply(
            found -> {
              throw found.isPresent()
                  ? new AccessDenied("You share no workspace with this user.")
                  : new NotFound("user");
            });
  }
}
