package dev.colloquy.search.domain.port.in;

import dev.colloquy.search.domain.Found;
import dev.colloquy.search.domain.SearchFilter;
import dev.colloquy.search.domain.SearchText;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import java.util.concurrent.CompletionStage;

/** Finds what somebody may read. */
public interface SearchContent {

  /**
   * The best first. What the actor may not read does not exist for a search; so a workspace that he
   * has no part in answers with nothing. Fails with {@code AccessDenied} where a key may not read.
   */
  CompletionStage<Page<Found>> handle(Query query);

  record Query(Actor.OfUser actor, SearchText text, SearchFilter filter, PageRequest page) {}
}
