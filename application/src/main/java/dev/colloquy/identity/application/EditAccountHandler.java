package dev.colloquy.identity.application;

import dev.colloquy.identity.domain.AccountAccess;
import dev.colloquy.identity.domain.User;
import dev.colloquy.identity.domain.port.in.EditAccount;
import dev.colloquy.identity.domain.port.out.Users;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import java.time.Clock;
import java.util.concurrent.CompletionStage;

/** Changes one's own account. */
public final class EditAccountHandler implements EditAccount {

  private final UnitOfWork unitOfWork;
  private final OwnAccount own;
  private final Users users;
  private final Clock clock;

  public EditAccountHandler(UnitOfWork unitOfWork, OwnAccount own, Users users, Clock clock) {
    this.unitOfWork = unitOfWork;
    this.own = own;
    this.users = users;
    this.clock = clock;
  }

  @Override
  public CompletionStage<User> edit(ProfileCommand command) {
    return unitOfWork.inTransaction(
        () ->
            own.of(AccountAccess.writes(command.actor()))
                .thenApply(user -> edited(user, command))
                .thenCompose(users::save));
  }

  @Override
  public CompletionStage<User> replacePreferences(PreferencesCommand command) {
    return unitOfWork.inTransaction(
        () ->
            own.of(AccountAccess.writes(command.actor()))
                .thenApply(user -> preferring(user, command))
                .thenCompose(users::save));
  }

  private Change<User> edited(User user, ProfileCommand command) {
    command.precondition().check(user.version());
    return user.edit(command.actor(), command.edit().apply(user.profile()), clock.instant());
  }

  private Change<User> preferring(User user, PreferencesCommand command) {
    command.precondition().check(user.version());
    return user.prefer(command.actor(), command.preferences(), clock.instant());
  }
}
