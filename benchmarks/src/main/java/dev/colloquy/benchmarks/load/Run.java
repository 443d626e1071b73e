package dev.colloquy.benchmarks.load;

import org.HdrHistogram.Histogram;

/**
 * What a time of load came to. All of its answers were right.
 *
 * @param latencies in microseconds
 */
public record Run(long requests, long nanos, Histogram latencies) {

  public double perSecond() {
    return requests * 1e9 / nanos;
  }

  /** In milliseconds. */
  public double percentile(double percent) {
    return latencies.getValueAtPercentile(percent) / 1e3;
  }
}
