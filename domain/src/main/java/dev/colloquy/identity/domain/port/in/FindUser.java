package dev.colloquy.identity.domain.port.in;

import dev.colloquy.identity.domain.UserCard;
import dev.colloquy.shared.domain.UserId;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Looks up active users for other contexts, which decide on access themselves. */
public interface FindUser {

  /** Empty where there is no such user or he is not active. */
  CompletionStage<Optional<UserCard>> byId(UserId user);

  /** Empty where no active user has this address; the case of letters does not matter. */
  CompletionStage<Optional<UserCard>> byEmail(String email);
}
