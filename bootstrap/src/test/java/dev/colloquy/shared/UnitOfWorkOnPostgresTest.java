package dev.colloquy.shared;

import dev.colloquy.bootstrap.testing.PostgresTestResource;
import dev.colloquy.shared.adapter.persistence.Entities;
import dev.colloquy.shared.adapter.persistence.Sql;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import dev.colloquy.shared.testkit.UnitOfWorkContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class UnitOfWorkOnPostgresTest implements UnitOfWorkContract, PgOpenUnitOfWork {

  @Inject UnitOfWork unitOfWork;
  @Inject Sql sql;
  @Inject Entities entities;

  @BeforeEach
  void prepare() {
    new Notes(sql, entities).prepare();
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  public Sql sql() {
    return sql;
  }

  @Override
  public CompletionStage<Void> write(String note) {
    return new Notes(sql, entities).write(note).thenAccept(written -> {});
  }

  @Override
  public CompletionStage<List<String>> notes() {
    return new Notes(sql, entities).all();
  }
}
