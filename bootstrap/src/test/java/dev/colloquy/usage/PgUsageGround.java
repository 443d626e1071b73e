package dev.colloquy.usage;

import static dev.colloquy.shared.testkit.Stages.valueOf;

import dev.colloquy.bootstrap.testing.User;
import dev.colloquy.shared.adapter.persistence.Columns;
import dev.colloquy.shared.adapter.persistence.Sql;
import dev.colloquy.shared.domain.ApiKeyId;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import dev.colloquy.usage.adapter.persistence.PgUsageMeter;
import dev.colloquy.usage.domain.Plan;
import dev.colloquy.usage.domain.port.out.Quotas;
import dev.colloquy.usage.domain.port.out.UsageMeter;
import dev.colloquy.usage.domain.port.out.UsageReadModel;
import dev.colloquy.usage.testkit.UsageGround;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The PostgreSQL adapters of a running application. */
@ApplicationScoped
class PgUsageGround implements UsageGround {

  @Inject UnitOfWork unitOfWork;
  @Inject UsageMeter meter;
  @Inject Quotas quotas;
  @Inject UsageReadModel readModel;
  @Inject Sql sql;

  private final Map<UserId, User> users = new HashMap<>();

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  public UsageMeter meter() {
    return meter;
  }

  @Override
  public UsageMeter elsewhere() {
    return new PgUsageMeter(sql);
  }

  @Override
  public Quotas quotas() {
    return quotas;
  }

  @Override
  public UsageReadModel readModel() {
    return readModel;
  }

  @Override
  public UserId user(Plan tier) {
    User user = User.registered("Ada");
    UserId id = new UserId(UUID.fromString(user.id()));
    users.put(id, user);
    valueOf(
        sql.alone(
            "update users set tier = $2 where id = $1", Tuple.of(id.value(), Columns.text(tier))));
    return id;
  }

  @Override
  public ApiKeyId key(UserId user) {
    String id =
        of(user)
            .post("/api/v1/users/me/api-keys", Map.of("name", "CI", "scopes", List.of("run")))
            .statusCode(201)
            .extract()
            .path("id");
    return new ApiKeyId(UUID.fromString(id));
  }

  @Override
  public WorkspaceId workspace(UserId user) {
    return new WorkspaceId(UUID.fromString(of(user).workspace()));
  }

  private User of(UserId user) {
    return users.get(user);
  }
}
