package dev.colloquy.benchmarks;

import dev.colloquy.benchmarks.plot.BarChart;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The median of what the rounds brought, and how far they lie apart. */
record Ratio(double median, double min, double max) {

  static Ratio of(List<Double> rounds) {
    List<Double> sorted = rounds.stream().sorted().toList();
    int middle = sorted.size() / 2;
    double median =
        sorted.size() % 2 == 1
            ? sorted.get(middle)
            : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    return new Ratio(median, sorted.getFirst(), sorted.getLast());
  }

  /** Of the two figures of each round: what was next to each other is compared with each other. */
  static Ratio of(List<Double> dividends, List<Double> divisors) {
    return of(
        IntStream.range(0, dividends.size())
            .mapToObj(round -> dividends.get(round) / divisors.get(round))
            .toList());
  }

  BarChart.Value plotted() {
    return new BarChart.Value(median, min, max);
  }

  String shown(String format) {
    return String.format(Locale.ROOT, "%1$s (%1$s–%1$s)".replace("%1$s", format), median, min, max);
  }
}
