package dev.colloquy.shared.adapter.persistence.schema;

import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.stream.Collectors;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.RanChangeSet;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.exception.ValidationFailedException;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.resource.ResourceAccessor;
import liquibase.ui.LoggerUIService;

/**
 * One run of Liquibase over the listed changelogs; each change set and its mark are one
 * transaction.
 */
record Migration(Connection connection, Changelogs changelogs) {

  void run() {
    // Liquibase finds its own parts by the thread's loader, and a pool's thread may have another
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(Migration.class.getClassLoader());
    try {
      migrate();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private void migrate() {
    ResourceAccessor resources = new ClassLoaderResourceAccessor(changelogs.loader());
    try {
      Scope.child(
          Map.of(
              Scope.Attr.resourceAccessor.name(),
              resources,
              Scope.Attr.classLoader.name(),
              changelogs.loader(),
              Scope.Attr.ui.name(),
              quiet(),
              "liquibase.analytics.enabled",
              false),
          () -> update(resources));
    } catch (DatabaseUnusable e) {
      throw e;
    } catch (Exception e) {
      throw unusable(e);
    }
  }

  /** What Liquibase tells its user goes to the log, below what is shown there. */
  private static LoggerUIService quiet() {
    LoggerUIService log = new LoggerUIService();
    log.setStandardLogLevel(Level.FINE);
    return log;
  }

  private void update(ResourceAccessor resources) throws LiquibaseException {
    Database database =
        DatabaseFactory.getInstance()
            .findCorrectDatabaseImplementation(new JdbcConnection(connection));
    Liquibase liquibase = new Liquibase(included(resources, database), resources, database);
    liquibase.setShowSummary(UpdateSummaryEnum.OFF);
    refuseNewerSchema(liquibase);
    liquibase
        .forceReleaseLocks(); // whoever left one is dead, or we would not hold the advisory lock
    liquibase.update(new Contexts(), new LabelExpression());
  }

  @SuppressWarnings("deprecation") // its replacement scans folders; the list is ours
  private DatabaseChangeLog included(ResourceAccessor resources, Database database)
      throws LiquibaseException {
    DatabaseChangeLog master = new DatabaseChangeLog("db/changelog/changelogs.txt");
    master.setChangeLogParameters(new ChangeLogParameters(database));
    for (String path : changelogs.paths()) {
      master.include(
          path,
          false,
          true,
          resources,
          null,
          null,
          false,
          DatabaseChangeLog.OnUnknownFileFormat.FAIL);
    }
    return master;
  }

  private static void refuseNewerSchema(Liquibase liquibase) throws LiquibaseException {
    List<RanChangeSet> unknown =
        List.copyOf(liquibase.listUnexpectedChangeSets(new Contexts(), new LabelExpression()));
    if (!unknown.isEmpty()) {
      throw new DatabaseUnusable(
          "The database was written by a newer Colloquy (it has %s): start that version, or restore a backup made by this one."
              .formatted(
                  unknown.stream()
                      .map(it -> it.getChangeLog() + "::" + it.getId())
                      .limit(3)
                      .collect(Collectors.joining(", "))),
          null);
    }
  }

  private static DatabaseUnusable unusable(Exception e) {
    if (e instanceof ValidationFailedException invalid) {
      return new DatabaseUnusable(
          "The changelogs do not fit this database (%s): use the build that made it."
              .formatted(oneLine(invalid)),
          e);
    }
    return new DatabaseUnusable(
        "The schema could not be brought up to date and was left as it was before the failed step (%s): see the database's log."
            .formatted(oneLine(e)),
        e);
  }

  private static String oneLine(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage()).strip().replaceAll("\\s+", " ");
  }
}
