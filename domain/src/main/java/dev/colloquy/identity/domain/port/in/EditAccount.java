package dev.colloquy.identity.domain.port.in;

import dev.colloquy.identity.domain.Profile;
import dev.colloquy.identity.domain.User;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Metadata;
import dev.colloquy.shared.domain.Precondition;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;

/**
 * Changes one's own account. All fail with {@code AccessDenied} for a key that may not write or is
 * bound to a workspace, with {@code PreconditionFailed} and with {@code Conflict}.
 */
public interface EditAccount {

  /** Fails also with {@code Duplicate} for a username that looks like another account's. */
  CompletionStage<User> edit(ProfileCommand command);

  CompletionStage<User> replacePreferences(PreferencesCommand command);

  /**
   * A change of the profile.
   *
   * @param edit what becomes of the profile
   */
  record ProfileCommand(
      Actor.OfUser actor, UnaryOperator<Profile> edit, Precondition precondition) {}

  /** Other preferences in place of all of them. */
  record PreferencesCommand(Actor.OfUser actor, Metadata preferences, Precondition precondition) {}
}
