package dev.colloquy.bootstrap.log;

import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jboss.logmanager.handlers.ConsoleHandler;
import org.jboss.logmanager.handlers.ConsoleHandler.Target;

/**
 * The console in JSON.
 *
 * <p>The platform's own console can be given a pattern, but no formatter, unless by an extension of
 * the platform; so that console is switched off ({@code quarkus.log.console.enabled}) and this one
 * hangs on the root logger instead. It speaks from the start on, before the platform is there.
 */
public final class JsonLog {

  /** As in {@code application.properties}. */
  private static final List<String> QUIET = List.of("liquibase", "org.hibernate", "io.quarkus");

  private JsonLog() {}

  /**
   * Switches it on. The levels hold until the platform sets them anew.
   *
   * @param level of Colloquy's own lines, as the JBoss log manager names it
   */
  public static void begin(String level) {
    Handler console = new ConsoleHandler(Target.SYSTEM_OUT, new JsonFormatter());
    Logger root = Logger.getLogger("");
    root.setLevel(Level.INFO);
    root.addHandler(console);
    QUIET.forEach(name -> Logger.getLogger(name).setLevel(Level.WARNING));
    Logger.getLogger("dev.colloquy").setLevel(org.jboss.logmanager.Level.parse(level));
  }
}
