package dev.colloquy.identity.application;

import dev.colloquy.identity.domain.DisplayName;
import dev.colloquy.identity.domain.Email;
import dev.colloquy.identity.domain.PasswordHash;
import dev.colloquy.identity.domain.User;
import dev.colloquy.identity.domain.port.out.SetupTokens;
import dev.colloquy.identity.domain.port.out.Users;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Origin;
import dev.colloquy.shared.domain.UserRole;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Makes the first administrator, and no second one this way. */
public final class FirstAdministrator {

  private final Users users;
  private final SetupTokens tokens;
  private final NewAccounts accounts;

  public FirstAdministrator(Users users, SetupTokens tokens, NewAccounts accounts) {
    this.users = users;
    this.tokens = tokens;
    this.accounts = accounts;
  }

  CompletionStage<Boolean> exists() {
    return users.haveAdministrator();
  }

  /** Inside a unit of work; does nothing where another node was faster. */
  CompletionStage<Void> makeUnlessThereIsOne(
      Origin origin, Email email, DisplayName name, PasswordHash hash) {
    return tokens
        .lock()
        .thenCompose(held -> users.haveAdministrator())
        .thenCompose(
            exists ->
                exists
                    ? CompletableFuture.<Void>completedFuture(null)
                    : make(origin, email, name, hash).thenAccept(made -> {}));
  }

  /** Inside a unit of work that has made sure that there is none. */
  CompletionStage<User> make(Origin origin, Email email, DisplayName name, PasswordHash hash) {
    NewAccounts.Wanted wanted =
        new NewAccounts.Wanted(email, Optional.empty(), name, UserRole.ADMIN);
    return accounts.make(new Actor.System("set-up", origin), wanted, hash);
  }
}
