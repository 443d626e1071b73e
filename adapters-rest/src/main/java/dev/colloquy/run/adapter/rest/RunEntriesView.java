package dev.colloquy.run.adapter.rest;

import java.util.List;

/**
 * A part of a run's stream.
 *
 * @param last what to ask for the rest after; the same again where nothing has come since
 */
record RunEntriesView(List<RunEntryView> items, String last) {}
