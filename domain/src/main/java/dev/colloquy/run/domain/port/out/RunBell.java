package dev.colloquy.run.domain.port.out;

/** Rings on this node when there may be something to do; what is not heard, polling finds. */
public interface RunBell {

  /** Runs the task whenever the bell rings; it must be quick and not throw. */
  void onRing(Runnable task);
}
