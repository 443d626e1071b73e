package dev.colloquy.planted.hexagon.domain;

import io.vertx.core.json.JsonObject;

/** A model that knows a framework. */
public record ImpureModel(JsonObject data) {}
