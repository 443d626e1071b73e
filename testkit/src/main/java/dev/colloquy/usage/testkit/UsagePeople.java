package dev.colloquy.usage.testkit;

import dev.colloquy.shared.domain.ApiKeyId;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.usage.domain.Plan;
import dev.colloquy.usage.domain.QuotaSubject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who there is: users with their tiers, their keys and the workspaces that they belong to. */
public final class UsagePeople {

  private final Map<UserId, Plan> tiers = new HashMap<>();
  private final Map<ApiKeyId, UserId> keys = new HashMap<>();
  private final Map<WorkspaceId, Set<UserId>> members = new HashMap<>();

  public void user(UserId user, Plan tier) {
    tiers.put(user, tier);
  }

  public void key(ApiKeyId key, UserId user) {
    keys.put(key, user);
  }

  public void member(WorkspaceId workspace, UserId user) {
    members.computeIfAbsent(workspace, first -> new HashSet<>()).add(user);
  }

  Optional<Plan> tier(UserId user) {
    return Optional.ofNullable(tiers.get(user));
  }

  boolean owns(UserId user, ApiKeyId key) {
    return user.equals(keys.get(key));
  }

  boolean belongs(UserId user, WorkspaceId workspace) {
    return members.getOrDefault(workspace, Set.of()).contains(user);
  }

  boolean knows(QuotaSubject subject) {
    return switch (subject) {
      case QuotaSubject.OneUser(var user) -> tiers.containsKey(user);
      case QuotaSubject.OfTier tier -> true;
      case QuotaSubject.OneKey(var key) -> keys.containsKey(key);
      case QuotaSubject.OneWorkspace(var workspace) -> members.containsKey(workspace);
    };
  }
}
