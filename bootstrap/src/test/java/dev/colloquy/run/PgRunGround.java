package dev.colloquy.run;

import static dev.colloquy.shared.testkit.Stages.valueOf;

import dev.colloquy.conversation.PgGround;
import dev.colloquy.conversation.testkit.ConversationGround;
import dev.colloquy.model.domain.ModelId;
import dev.colloquy.model.domain.port.out.Models;
import dev.colloquy.run.adapter.persistence.PgRunJournal;
import dev.colloquy.run.adapter.persistence.RunTapes;
import dev.colloquy.run.application.RunDispatcher;
import dev.colloquy.run.domain.port.out.OrchestrationRules;
import dev.colloquy.run.domain.port.out.RunJournal;
import dev.colloquy.run.domain.port.out.Runs;
import dev.colloquy.run.domain.port.out.Summaries;
import dev.colloquy.run.testkit.RunGround;
import dev.colloquy.shared.adapter.persistence.Sql;
import dev.colloquy.shared.domain.port.out.Ids;
import dev.colloquy.shared.domain.port.out.Timers;
import io.vertx.sqlclient.Tuple;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** The PostgreSQL adapters of a running application whose own node has stopped to take up runs. */
@ApplicationScoped
class PgRunGround implements RunGround {

  @Inject PgGround talks;
  @Inject Runs runs;
  @Inject OrchestrationRules rules;
  @Inject Summaries summaries;
  @Inject RunJournal journal;
  @Inject RunDispatcher dispatcher;
  @Inject Models models;
  @Inject Sql sql;
  @Inject Ids ids;
  @Inject Timers timers;

  private PgRunJournal elsewhere;
  private Timers.Cancellable looking;

  @PostConstruct
  void start() {
    valueOf(dispatcher.stop().thenApply(stopped -> true));
    elsewhere = new PgRunJournal(sql, new RunTapes(), timers);
    looking = elsewhere.start(timers);
  }

  @PreDestroy
  void stop() {
    looking.cancel();
  }

  @Override
  public ConversationGround talks() {
    return talks;
  }

  @Override
  public Runs runs() {
    return runs;
  }

  @Override
  public OrchestrationRules rules() {
    return rules;
  }

  @Override
  public Summaries summaries() {
    return summaries;
  }

  @Override
  public RunJournal journal() {
    return journal;
  }

  @Override
  public RunJournal elsewhere() {
    return elsewhere;
  }

  @Override
  public Ids ids() {
    return ids;
  }

  @Override
  public ModelId model() {
    return valueOf(models.enabled()).getFirst().id();
  }

  @Override
  public void lose(UUID node) {
    valueOf(
        sql.alone(
            """
            with gone as (delete from run_node where id = $1)
            update run set lease_until = clock_timestamp() - interval '1 second' where node = $1""",
            Tuple.of(node)));
  }
}
