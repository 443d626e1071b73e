package dev.colloquy.shared;

import static dev.colloquy.shared.testkit.Stages.valueOf;

import dev.colloquy.bootstrap.testing.PostgresTestResource;
import dev.colloquy.shared.adapter.persistence.Columns;
import dev.colloquy.shared.adapter.persistence.Sql;
import dev.colloquy.shared.domain.port.out.EventAppender;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import dev.colloquy.shared.testkit.EventAppenderContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class OutboxEventAppenderTest implements EventAppenderContract {

  // the sequencer may have moved some of them already, always the oldest first
  private static final String TYPES =
      """
      select type from (
        select 1 as place, position as number, type from feed where subject_id = $1
        union all
        select 2, id, type from outbox where subject_id = $1) as events
      order by place, number""";

  @Inject EventAppender events;
  @Inject UnitOfWork unitOfWork;
  @Inject Sql sql;

  @Override
  public EventAppender events() {
    return events;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  public List<String> typesAbout(UUID subject) {
    return Columns.list(valueOf(sql.read(TYPES, Tuple.of(subject))), row -> row.getString("type"));
  }
}
