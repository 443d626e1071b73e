package dev.colloquy.benchmarks;

import java.util.List;

/** Goals that nobody has held to yet. */
final class NotYet {

  static final List<Row> ROWS =
      List.of(
          Row.open(
              "P7",
              "idle authenticated stream, 2,000 → 15,000: RSS / heap / CPU each",
              "≤ 12 KB / 6 KB / 5 µs/s"),
          Row.open("P8", "one event to 10,000 streams: deliveries a CPU second", "≥ 60,000"),
          Row.open(
              "P11",
              "start to first 200: external PostgreSQL / embedded / embedded, first run",
              "≤ 1.0 / 2.5 / 12 s"),
          Row.open("P12", "RSS idle / after this load", "≤ 180 / 320 MB"),
          Row.open("P13", "time to 90 % of steady throughput, AOT cache ÷ none", "≤ 0.5"),
          Row.open("P15", "list p99 while logins hash ÷ without", "≤ 2"),
          Row.open("P16", "CPU a request, two nodes ÷ one", "≤ 1.10"),
          Row.open(
              "P17",
              "list and append ÷ Parse Server · Directus · Spring WebFlux with R2DBC",
              "≥ 2 · 8 · 1.3"));

  private NotYet() {}
}
