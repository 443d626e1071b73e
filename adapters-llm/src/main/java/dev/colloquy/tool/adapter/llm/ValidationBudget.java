package dev.colloquy.tool.adapter.llm;

import dev.harrel.jsonschema.EvaluationContext;
import dev.harrel.jsonschema.Evaluator;
import dev.harrel.jsonschema.EvaluatorFactory;
import dev.harrel.jsonschema.JsonNode;
import dev.harrel.jsonschema.SchemaParsingContext;
import java.util.Optional;

/**
 * What one validation may cost. A few references that each lead to two more would else keep an
 * event loop busy for years. A keyword that is held against a value costs one, and one more for
 * each member of either and for every 64 characters that say where they stand.
 */
final class ValidationBudget implements EvaluatorFactory {

  private static final int CHARACTERS = 64;

  private long left;

  ValidationBudget(long whole) {
    left = whole;
  }

  /** The validation took more than it may; it comes to nothing. */
  static final class Exhausted extends RuntimeException {

    private Exhausted() {
      super("this schema takes too long to be held against anything", null, false, false);
    }
  }

  @Override
  public Optional<Evaluator> create(SchemaParsingContext schema, String keyword, JsonNode value) {
    return schema
        .getDialect()
        .getEvaluatorFactory()
        .create(schema, keyword, value)
        .map(evaluator -> new Counted(evaluator, cost(value)));
  }

  private void spend(long cost) {
    left -= cost;
    if (left < 0) {
      throw new Exhausted();
    }
  }

  private static long cost(JsonNode node) {
    long members = node.isArray() ? node.asArray().size() : 0;
    return members
        + (node.isObject() ? node.asObject().size() : 0)
        + node.getJsonPointer().length() / CHARACTERS;
  }

  /** A keyword's evaluator that is paid for. */
  private final class Counted implements Evaluator {

    private final Evaluator evaluator;
    private final long cost;

    private Counted(Evaluator evaluator, long cost) {
      this.evaluator = evaluator;
      this.cost = cost;
    }

    @Override
    public Result evaluate(EvaluationContext context, JsonNode value) {
      spend(1 + cost + cost(value));
      return evaluator.evaluate(context, value);
    }

    @Override
    public int getOrder() {
      return evaluator.getOrder();
    }
  }
}
