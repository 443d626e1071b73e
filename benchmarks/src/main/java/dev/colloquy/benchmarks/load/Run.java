package dev.colloquy.benchmarks.load;

import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * What a time of load came to. All of its answers were right.
 *
 * @param latencies in microseconds
 * @param byTenths answers in each tenth of a second
 */
public record Run(long requests, long nanos, Histogram latencies, List<Integer> byTenths) {

  public double perSecond() {
    return requests * 1e9 / nanos;
  }

  /** In milliseconds. */
  public double percentile(double percent) {
    return latencies.getValueAtPercentile(percent) / 1e3;
  }
}
