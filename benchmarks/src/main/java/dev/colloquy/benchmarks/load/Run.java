package dev.colloquy.benchmarks.load;

import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * What a time of load came to. All of its answers were right.
 *
 * @param latencies in microseconds
 * @param byTenths answers in each tenth of a second
 * @param turnedAway how often a request was refused for a while and sent again
 */
public record Run(
    long requests, long nanos, Histogram latencies, List<Integer> byTenths, long turnedAway) {

  public double perSecond() {
    return requests * 1e9 / nanos;
  }

  /** In milliseconds. */
  public double percentile(double percent) {
    return latencies.getValueAtPercentile(percent) / 1e3;
  }
}
