package dev.colloquy.usage.domain;

import dev.colloquy.shared.domain.ApiKeyId;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import java.util.Optional;
import java.util.UUID;

/** Whose calls a quota counts. */
public sealed interface QuotaSubject {

  /** The kinds of subjects. */
  enum Kind {
    USER,
    TIER,
    KEY,
    WORKSPACE
  }

  Kind kind();

  /** Whom it is about; empty for a tier. */
  Optional<UUID> id();

  /** All that one user asks for. */
  record OneUser(UserId user) implements QuotaSubject {
    @Override
    public Kind kind() {
      return Kind.USER;
    }

    @Override
    public Optional<UUID> id() {
      return Optional.of(user.value());
    }
  }

  /** All that a user of this tier asks for; each of them has the whole limit for himself. */
  record OfTier(Plan plan) implements QuotaSubject {
    @Override
    public Kind kind() {
      return Kind.TIER;
    }

    @Override
    public Optional<UUID> id() {
      return Optional.empty();
    }
  }

  /** All that is asked for with one API key. */
  record OneKey(ApiKeyId key) implements QuotaSubject {
    @Override
    public Kind kind() {
      return Kind.KEY;
    }

    @Override
    public Optional<UUID> id() {
      return Optional.of(key.value());
    }
  }

  /** All that is asked for in one workspace, by whomever. */
  record OneWorkspace(WorkspaceId workspace) implements QuotaSubject {
    @Override
    public Kind kind() {
      return Kind.WORKSPACE;
    }

    @Override
    public Optional<UUID> id() {
      return Optional.of(workspace.value());
    }
  }

  /** The tier that it is about, if any. */
  default Optional<Plan> tier() {
    return this instanceof OfTier(Plan plan) ? Optional.of(plan) : Optional.empty();
  }

  /**
   * The subject of this kind.
   *
   * @param id of the user, key or workspace; ignored for a tier
   */
  static QuotaSubject of(Kind kind, Optional<UUID> id, Optional<Plan> tier) {
    return switch (kind) {
      case USER -> new OneUser(new UserId(id.orElseThrow()));
      case TIER -> new OfTier(tier.orElseThrow());
      case KEY -> new OneKey(new ApiKeyId(id.orElseThrow()));
      case WORKSPACE -> new OneWorkspace(new WorkspaceId(id.orElseThrow()));
    };
  }
}
