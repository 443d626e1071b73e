package dev.colloquy.event.adapter.persistence;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jboss.logging.Logger;

/**
 * A reader's executor. One that takes no more tasks has nobody left to tell, which must not keep
 * the others from being told.
 */
record ForgivingExecutor(Executor to) implements Executor {

  private static final Logger LOG = Logger.getLogger(ForgivingExecutor.class);

  @Override
  public void execute(Runnable task) {
    try {
      to.execute(task);
    } catch (RejectedExecutionException closed) {
      LOG.debug("A reader's executor is closed", closed);
    }
  }
}
