package dev.colloquy.bootstrap;

import dev.colloquy.bootstrap.log.JsonLog;
import dev.colloquy.bootstrap.log.KnownNoise;
import dev.colloquy.bootstrap.settings.InvalidSettings;
import dev.colloquy.bootstrap.settings.Settings;
import dev.colloquy.bootstrap.settings.Settings.LogFormat;
import dev.colloquy.bootstrap.start.Console;
import dev.colloquy.bootstrap.start.Demo;
import dev.colloquy.bootstrap.start.Life;
import dev.colloquy.bootstrap.start.Readiness;
import dev.colloquy.bootstrap.start.StartRefused;
import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;
import java.util.Map;

/** The front door: {@code start}, the default, or {@code demo}, either with {@code --exit}. */
@QuarkusMain
public final class Main {

  private static final int FAILED = 1;
  private static final int UNUSABLE_SETTINGS = 2;

  private Main() {}

  public static void main(String... arguments) {
    // malformed URIs are refused by the edge, as a problem, and not by a bare 400
    System.setProperty("vertx.disableURIValidation", "true");
    if (ApplicationLifecycleManager.isAppCDSGeneration()) {
      Quarkus.run(arguments); // a training run of the build: it must leave no data, no keys behind
      return;
    }
    int status = run(List.of(arguments), System.getenv());
    if (status != 0 || !Life.isReloading()) {
      System.exit(status);
    }
  }

  private static int run(List<String> arguments, Map<String, String> environment) {
    Console plain = new Console(LogFormat.TEXT, System.out, System.err);
    List<String> commands = arguments.stream().filter(it -> !it.equals(Readiness.EXIT)).toList();
    if (commands.size() > 1 || !List.of("start", Readiness.DEMO).containsAll(commands)) {
      plain.refuse("Colloquy knows the commands start and demo, either with --exit.");
      return UNUSABLE_SETTINGS;
    }
    KnownNoise.mute();
    try {
      Settings settings = Settings.from(environment);
      if (settings.logFormat() == LogFormat.JSON) {
        JsonLog.begin(settings.logLevel());
      }
      Console console = new Console(settings.logFormat(), System.out, System.err);
      settings.warnings().forEach(console::warn);
      return life(commands.contains(Readiness.DEMO), arguments, settings, console).live(arguments);
    } catch (StartRefused e) {
      plain.refuse(String.valueOf(e.getMessage()));
      return FAILED;
    } catch (InvalidSettings e) {
      e.sentences().forEach(plain::refuse);
      return UNUSABLE_SETTINGS;
    }
  }

  private static Life life(
      boolean demo, List<String> arguments, Settings settings, Console console) {
    return demo
        ? Life.of(Demo.prepare(settings, arguments.contains(Readiness.EXIT), console), console)
        : Life.of(settings, console);
  }
}
