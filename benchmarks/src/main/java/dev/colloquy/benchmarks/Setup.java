package dev.colloquy.benchmarks;

import dev.colloquy.benchmarks.ceiling.PgBench;
import dev.colloquy.benchmarks.load.Call.Scenario;
import dev.colloquy.benchmarks.load.ClosedLoop;
import dev.colloquy.benchmarks.load.Run;
import dev.colloquy.benchmarks.system.Server;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What all parts measure with.
 *
 * @param seeded who and what is there, with tokens that last a quarter of an hour
 * @param home the project's folder
 * @param folder for logs and data, emptied before each run
 */
record Setup(
    Vertx vertx,
    Systems systems,
    World seeded,
    PgBench ceiling,
    Options options,
    Path home,
    Path folder) {

  static Setup make(Vertx vertx, Systems systems, Options options, Path home, Path folder) {
    World world = World.make(systems.database(), systems.product().port(), options.deepMessages());
    PgBench ceiling =
        PgBench.in(
            folder,
            systems.database(),
            Options.DATABASE_CONNECTIONS,
            new PgBench.Terms(World.ID_PREFIX, World.idBase(), World.CONTENT, Sides.PAGE));
    return new Setup(vertx, systems, world, ceiling, options, home, folder);
  }

  /** Who and what is there, with fresh tokens. */
  World world() {
    return seeded.again(systems.product().port());
  }

  /** All connections, each with the next request as soon as the last is answered. */
  Run load(Server server, Scenario scenario, Duration length) {
    return ClosedLoop.run(vertx, server.port(), Options.CONNECTIONS, length, scenario);
  }
}
