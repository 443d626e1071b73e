/** The feed over HTTP: pages as JSON, live streams as server-sent events, tickets for streams. */
@NullMarked
package dev.colloquy.event.adapter.rest;

import org.jspecify.annotations.NullMarked;
