package dev.colloquy.identity.application;

import dev.colloquy.identity.domain.LoginName;
import dev.colloquy.identity.domain.User;
import dev.colloquy.identity.domain.UserCard;
import dev.colloquy.identity.domain.port.in.FindUser;
import dev.colloquy.identity.domain.port.out.Users;
import dev.colloquy.shared.domain.UserId;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Looks up active users for other contexts. */
public final class FindUserHandler implements FindUser {

  private final Users users;

  public FindUserHandler(Users users) {
    this.users = users;
  }

  @Override
  public CompletionStage<Optional<UserCard>> byId(UserId user) {
    return users.find(user).thenApply(FindUserHandler::card);
  }

  @Override
  public CompletionStage<Optional<UserCard>> byEmail(String email) {
    LoginName name = new LoginName(email);
    return name.isEmail()
        ? users.findByLogin(name).thenApply(FindUserHandler::card)
        : CompletableFuture.completedFuture(Optional.empty());
  }

  private static Optional<UserCard> card(Optional<User> found) {
    return found
        .filter(User::isActive)
        .map(
            user ->
                new UserCard(
                    user.id(),
                    user.email().value(),
                    user.profile().name().value(),
                    user.profile().username().value()));
  }
}
