package dev.colloquy.bootstrap.postgres;

import java.nio.file.Path;
import java.sql.SQLException;

/** Starts a server, writes one row, prints the server's process id and waits to be killed. */
final class ServerInAnotherJvm {

  private ServerInAnotherJvm() {}

  public static void main(String... arguments) throws SQLException, InterruptedException {
    EmbeddedPostgres postgres =
        EmbeddedPostgres.start(Path.of(arguments[0]), Path.of(arguments[1]), line -> {});
    EmbeddedPostgresTest.execute(postgres, "create table kept as select 42 as answer");
    System.out.println(postgres.pid());
    Thread.currentThread().join();
  }
}
