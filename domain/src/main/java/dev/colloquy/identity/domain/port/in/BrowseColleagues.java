package dev.colloquy.identity.domain.port.in;

import dev.colloquy.identity.domain.Colleague;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.UserId;
import java.util.concurrent.CompletionStage;

/** Finds the people one shares a workspace with, and oneself. */
public interface BrowseColleagues {

  /** By username; an empty text finds all. Fails with {@code AccessDenied}. */
  CompletionStage<Page<Colleague>> search(Actor.OfUser actor, String text, PageRequest page);

  /** Fails with {@code NotFound}, or {@code AccessDenied} where they share no workspace. */
  CompletionStage<Colleague> find(Actor.OfUser actor, UserId user);
}
