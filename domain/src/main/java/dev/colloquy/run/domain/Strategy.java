package dev.colloquy.run.domain;

import dev.colloquy.model.domain.Model;
import dev.colloquy.model.domain.TokenUsage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** In which order the models of a rule are asked. */
public enum Strategy {
  /** As they are listed. */
  FALLBACK,
  /** Runs are spread evenly over them; the others stand in, from the next on. */
  LOAD_BALANCE,
  /** The cheapest of those whose tier should do, then the dearer ones, then the most able rest. */
  COST_OPTIMIZE,
  /** The highest tier first. */
  QUALITY_FIRST;

  /** As much to read as to write. */
  private static final TokenUsage SAMPLE = new TokenUsage(1000, 1000);

  private static final Comparator<Model> ABLEST = Comparator.comparingInt(Model::tier).reversed();

  private static final Comparator<Model> CHEAPEST = Comparator.comparing(Strategy::cost);

  /** The same models in the order in which they are asked; those alike stay as they are listed. */
  public List<Model> order(List<Model> listed, Need need) {
    return switch (this) {
      case FALLBACK -> listed;
      case LOAD_BALANCE -> rotated(listed, need);
      case COST_OPTIMIZE -> cheapest(listed, need);
      case QUALITY_FIRST -> listed.stream().sorted(ABLEST).toList();
    };
  }

  private static List<Model> rotated(List<Model> listed, Need need) {
    List<Model> spread = new ArrayList<>(listed);
    Collections.rotate(spread, Math.floorMod(need.run().hashCode(), listed.size()));
    return spread;
  }

  private static List<Model> cheapest(List<Model> listed, Need need) {
    List<Model> ordered =
        new ArrayList<>(
            listed.stream().filter(it -> it.tier() >= need.tier()).sorted(CHEAPEST).toList());
    listed.stream().filter(it -> it.tier() < need.tier()).sorted(ABLEST).forEach(ordered::add);
    return ordered;
  }

  private static BigDecimal cost(Model model) {
    return model.price().of(SAMPLE);
  }
}
