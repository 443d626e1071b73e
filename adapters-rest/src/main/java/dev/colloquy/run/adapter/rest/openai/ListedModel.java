package dev.colloquy.run.adapter.rest.openai;

import dev.colloquy.model.domain.Model;
import java.util.List;

/**
 * A model as clients of the protocol choose it.
 *
 * @param id its name; its id where several providers have one of that name
 * @param created in seconds, from the time in its id
 */
record ListedModel(String id, String object, long created, String ownedBy) {

  static ListedModel of(Model model, List<Model> among) {
    boolean alone = among.stream().filter(it -> it.name().equals(model.name())).count() == 1;
    long created = (model.id().value().getMostSignificantBits() >>> 16) / 1000;
    return new ListedModel(
        alone ? model.name() : model.id().toString(), "model", created, "colloquy");
  }
}
