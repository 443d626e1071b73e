package dev.colloquy.search.domain;

import dev.colloquy.shared.domain.WorkspaceId;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a search is limited to; what is empty limits nothing.
 *
 * @param types at least one
 * @param from the earliest time that a thing was said or started
 * @param to the time before which it was
 */
public record SearchFilter(
    Set<FoundType> types,
    Optional<WorkspaceId> workspace,
    Optional<Instant> from,
    Optional<Instant> to) {

  public SearchFilter {
    // in one order, so that equal filters also read alike
    types = Collections.unmodifiableSortedSet(new TreeSet<>(types));
  }
}
