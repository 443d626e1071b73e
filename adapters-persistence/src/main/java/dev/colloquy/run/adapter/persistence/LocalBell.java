package dev.colloquy.run.adapter.persistence;

import dev.colloquy.run.domain.port.out.RunBell;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Rings for what was committed on this node; other nodes find it when they look. */
public final class LocalBell implements RunBell, Runnable {

  private final List<Runnable> tasks = new CopyOnWriteArrayList<>();

  @Override
  public void onRing(Runnable task) {
    tasks.add(task);
  }

  @Override
  public void run() {
    tasks.forEach(Runnable::run);
  }
}
