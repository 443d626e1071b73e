package dev.colloquy.shared.domain;

import java.util.Set;

/**
 * What a caller demands of a resource's version before it may be changed; HTTP's {@code If-Match}
 * (RFC 9110, 13.1.1).
 */
public sealed interface Precondition {

  /** Whether a resource of this version may be changed. */
  boolean holds(long version);

  /** Fails with {@link CommonException.PreconditionFailed} unless this holds for the version. */
  default void check(long version) {
    if (!holds(version)) {
      throw new CommonException.PreconditionFailed(version);
    }
  }

  /** No demand was made, or any existing version will do. */
  record Any() implements Precondition {

    @Override
    public boolean holds(long version) {
      return true;
    }
  }

  /** One of these versions must be the current one. */
  record AnyOf(Set<Long> versions) implements Precondition {

    public AnyOf {
      versions = Set.copyOf(versions);
    }

    @Override
    public boolean holds(long version) {
      return versions.contains(version);
    }
  }
}
