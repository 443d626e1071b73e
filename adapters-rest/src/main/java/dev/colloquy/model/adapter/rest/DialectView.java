package dev.colloquy.model.adapter.rest;

import dev.colloquy.model.domain.Dialect;
import java.util.Map;

/**
 * How a provider's server differs from the first of its protocol.
 *
 * @param maxTokensField the field that bounds an answer
 * @param streamOptions whether it understands stream_options
 * @param developerRole whether instructions go as developer rather than system
 * @param headers more headers with each call
 */
record DialectView(
    String maxTokensField,
    boolean streamOptions,
    boolean developerRole,
    Map<String, String> headers) {

  static DialectView of(Dialect it) {
    return new DialectView(
        it.maxTokensField(), it.streamOptions(), it.developerRole(), it.headers());
  }
}
