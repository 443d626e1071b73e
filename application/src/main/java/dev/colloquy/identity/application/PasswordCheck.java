package dev.colloquy.identity.application;

import dev.colloquy.identity.domain.LoginName;
import dev.colloquy.identity.domain.Password;
import dev.colloquy.identity.domain.PasswordHash;
import dev.colloquy.identity.domain.User;
import dev.colloquy.identity.domain.port.out.Credentials;
import dev.colloquy.identity.domain.port.out.PasswordHasher;
import dev.colloquy.identity.domain.port.out.PasswordHasher.Verdict;
import dev.colloquy.identity.domain.port.out.Users;
import dev.colloquy.shared.domain.UserId;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/**
 * Compares passwords. Whether the account exists, has a password, or the password can be right at
 * all: the same statements are run and the same work is done.
 */
public final class PasswordCheck {

  private static final UserId NOBODY = new UserId(new UUID(0, 0));

  private final Users users;
  private final Credentials credentials;
  private final PasswordHasher hasher;

  public PasswordCheck(Users users, Credentials credentials, PasswordHasher hasher) {
    this.users = users;
    this.credentials = credentials;
    this.hasher = hasher;
  }

  /** Whose account was meant, and what came of it. */
  record Checked(Optional<User> user, Verdict verdict) {

    boolean isWrong() {
      return user.isEmpty() || verdict == Verdict.WRONG;
    }
  }

  CompletionStage<Checked> of(LoginName name, Password password) {
    return users.findByLogin(name).thenCompose(user -> of(user, password));
  }

  CompletionStage<Checked> of(Optional<User> user, Password password) {
    return credentials
        .find(user.map(User::id).orElse(NOBODY))
        .thenCompose(hash -> compared(password, hash))
        .thenApply(verdict -> new Checked(user, verdict));
  }

  private CompletionStage<Verdict> compared(Password password, Optional<PasswordHash> hash) {
    return password.isOverlong()
        ? hasher.check(Password.offered("overlong"), Optional.empty())
        : hasher.check(password, hash);
  }
}
