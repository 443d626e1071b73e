package dev.colloquy.identity.adapter.rest;

import java.util.List;
import java.util.Map;

/** A JSON Web Key Set (RFC 7517, 5). */
record KeySetView(List<Map<String, Object>> keys) {}
